import { ChangeDetectionStrategy, Component, ElementRef, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { SHAPINGS, type Shaping, keyWords } from './editor-commands';
import type { MarkdownEditor } from './markdown-editor';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The ways to shape what is written: one stop for the keyboard, from where the arrows lead on. */
@Component({
  selector: 'desk-shaping-bar',
  imports: [MatIcon, MatIconButton, MatTooltip],
  template: `
    @for (shaping of shapings; track shaping.name) {
      <button
        matIconButton
        class="icon-button-small"
        type="button"
        [class.on]="editor().isShaped(shaping)"
        [attr.aria-label]="shaping.name"
        [attr.aria-pressed]="editor().isShaped(shaping)"
        [attr.tabindex]="$index === stop() ? 0 : -1"
        [matTooltip]="tip(shaping)"
        (focus)="stop.set($index)"
        (click)="editor().shape(shaping)"
      >
        <mat-icon [svgIcon]="shaping.icon" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
    }

    .on {
      background: var(--mat-sys-secondary-container);
    }
  `,
  host: {
    role: 'toolbar',
    'aria-label': 'Formatting',
    '(keydown)': 'move($event)',
    '(mousedown)': '$event.preventDefault()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShapingBar {
  readonly editor = input.required<MarkdownEditor>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly shapings = SHAPINGS;
  protected readonly stop = signal(0);

  protected tip(shaping: Shaping): string {
    return `${shaping.name} (${keyWords(shaping)})`;
  }

  protected move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = this.element.querySelectorAll('button');
    buttons[(this.stop() + step + buttons.length) % buttons.length]?.focus();
  }
}
