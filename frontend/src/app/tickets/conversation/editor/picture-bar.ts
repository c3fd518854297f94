import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MessagePictures } from '../message-pictures';
import type { PictureLook } from './editor-pictures';
import type { MarkdownEditor } from './markdown-editor';

/** What can be done about the picture in the text that is selected, or that has not arrived. The next stop behind the text. */
@Component({
  selector: 'desk-picture-bar',
  imports: [MatButton, MatIcon],
  templateUrl: './picture-bar.html',
  styleUrl: './picture-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureBar {
  readonly editor = input.required<MarkdownEditor>();

  protected readonly pictures = inject(MessagePictures);
  protected readonly picture = computed(() => this.editor().picture());
  protected readonly wrong = computed(() => {
    const look = this.picture()?.look;
    return look ? wrongWords(look) : '';
  });
  protected readonly mayPass = computed(() => {
    const look = this.picture()?.look;
    return look?.kind === 'failed' && look.mayPass;
  });
  /** For those who come upon it by the arrows, and hear nothing of a bar. */
  protected readonly told = computed(() => {
    const picture = this.picture();
    if (!picture?.isPicked) return '';
    return `Picture${picture.words.trim() === '' ? ' without words' : `: ${picture.words}`}. Tab to say what it shows, Delete to remove it.`;
  });

  protected describe(words: string): void {
    const picture = this.picture();
    if (picture) this.editor().describe(picture, words);
  }

  protected remove(): void {
    const picture = this.picture();
    if (picture) this.editor().removePicture(picture);
  }

  /** Back into the text. The box would close by Escape. */
  protected leave(event: Event): void {
    const picture = this.picture();
    if (!picture) return;
    event.preventDefault();
    event.stopPropagation();
    this.editor().leavePicture(picture);
  }

  protected tryAgain(): void {
    const picture = this.picture();
    if (!picture) return;
    this.pictures.tryAgain(picture.name);
    this.editor().focus();
  }
}

function wrongWords(look: PictureLook): string {
  if (look.kind === 'failed') return `${look.file} is not here. ${look.message}`;
  return look.kind === 'gone' ? 'This picture is not here, or not any more: add it again, or remove it.' : '';
}
