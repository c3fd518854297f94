import { ChangeDetectionStrategy, Component, DOCUMENT, ElementRef, afterNextRender, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_SNACK_BAR_DATA, MatSnackBarRef } from '@angular/material/snack-bar';
import { KeyCap } from '../ui/key-cap';
import type { MessageAction } from './message-action';

/** The inside of a message: the sentence, and its action with the key that does the same. */
@Component({
  selector: 'desk-snack-message',
  imports: [KeyCap, MatButton],
  template: `
    <span class="text">{{ data.text }}</span>
    @if (data.action; as action) {
      <button
        matButton
        class="button-small"
        type="button"
        [attr.aria-keyshortcuts]="action.key ?? null"
        (click)="shown.dismissWithAction()"
      >
        {{ action.label }}
        @if (action.key; as key) {
          <desk-key-cap decorative>{{ key.toUpperCase() }}</desk-key-cap>
        }
      </button>
    }
  `,
  styles: `
    :host {
      --mat-button-text-label-text-color: var(--mat-sys-inverse-primary);
      --mat-button-text-state-layer-color: var(--mat-sys-inverse-primary);

      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
    }

    .text {
      flex: 1;
    }
  `,
  host: { class: 'on-inverse' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SnackMessage {
  protected readonly data = inject<{ text: string; action?: MessageAction }>(MAT_SNACK_BAR_DATA);
  protected readonly shown = inject<MatSnackBarRef<SnackMessage>>(MatSnackBarRef);

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The page makes room, so that the message covers nothing.
    afterNextRender(() => {
      const height = element.closest('.mat-mdc-snackbar-surface')?.clientHeight;
      if (height) root.style.setProperty('--desk-snack-height', `${height}px`);
    });
  }
}
