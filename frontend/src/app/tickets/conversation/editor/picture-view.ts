import { type Injector, effect, signal, untracked } from '@angular/core';
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { EditorPictures, PictureLook } from './editor-pictures';

/** A picture as it stands in the text: itself, or how far it has come. What can be done about it, its bar does. */
export class PictureView implements NodeView {
  readonly dom = document.createElement('span');
  private readonly words;
  private readonly drawing;

  constructor(
    private readonly node: Node,
    pictures: () => EditorPictures,
    injector: Injector,
  ) {
    this.dom.className = 'picture';
    this.words = signal(String(node.attrs['alt']));
    const name = String(node.attrs['name']);
    this.drawing = untracked(() =>
      effect(() => this.draw(pictures().lookOf(name), this.words()), { injector, manualCleanup: true }),
    );
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs['name'] !== this.node.attrs['name']) return false;
    this.words.set(String(node.attrs['alt']));
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.drawing.destroy();
  }

  private draw(look: PictureLook, words: string): void {
    this.dom.dataset['look'] = look.kind;
    if (look.kind === 'here') {
      const image = this.dom.querySelector('img') ?? document.createElement('img');
      if (image.getAttribute('src') !== look.address) image.src = look.address;
      image.alt = words.trim() === '' ? 'Picture without words' : words;
      if (!image.isConnected || this.dom.childNodes.length > 1) this.dom.replaceChildren(image);
      return;
    }
    const told = document.createElement('span');
    told.dir = 'auto';
    told.textContent = toldOf(look);
    const bar = document.createElement('span');
    bar.className = 'part';
    bar.style.width = look.kind === 'coming' ? percent(look.part) : '0';
    this.dom.replaceChildren(told, bar);
  }
}

function toldOf(look: Exclude<PictureLook, { kind: 'here' }>): string {
  if (look.kind === 'coming') return `${look.file}: ${percent(look.part)}`;
  return look.kind === 'failed' ? `${look.file} is not here` : 'This picture is not here';
}

function percent(part: number): string {
  return `${Math.floor(part * 100)} %`;
}
