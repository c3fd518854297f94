import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { KeyCap } from '../../ui/key-cap';
import { HOLD_SECONDS, type HeldReply, LeavingReply } from './leaving-reply';

const TICK_MS = 200;

const DONE = { resolved: 'resolves the ticket', closed: 'closes the ticket' } as const;

/** A reply that leaves in a moment: it can go at once, or be taken back and be written on. */
@Component({
  selector: 'desk-undo-bar',
  imports: [KeyCap, MatButton, MatIcon],
  template: `
    <mat-icon svgIcon="schedule_send" />
    <p class="words" aria-hidden="true">
      Reply leaves in <b>{{ seconds() }} s</b>{{ also() }}
    </p>
    <p class="sr" role="status">Reply leaves in {{ whole }} seconds{{ also() }}. Z takes it back.</p>
    <button matButton type="button" (click)="leaving.sendNow()">Send now</button>
    <button matButton type="button" aria-keyshortcuts="z" (click)="leaving.undoNow()">
      Undo <desk-key-cap decorative>Z</desk-key-cap>
    </button>
    <i [style.animation-duration.s]="whole"></i>
  `,
  styleUrl: './undo-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UndoBar {
  readonly reply = input.required<HeldReply>();

  protected readonly leaving = inject(LeavingReply);
  protected readonly whole = HOLD_SECONDS;
  private readonly now = signal(Date.now());
  protected readonly seconds = computed(() => Math.max(0, Math.ceil((this.reply().until - this.now()) / 1_000)));
  protected readonly also = computed(() => {
    const { status, sets } = this.reply();
    const done = status === 'resolved' || status === 'closed' ? DONE[status] : null;
    const fields = [...(status && !done ? ['status'] : []), ...Object.keys(sets)];
    const words = [done, fields.length > 0 && `sets its ${fields.join(', ')}`].filter(
      (one) => one !== null && one !== false,
    );
    return words.length === 0 ? '' : ` and ${words.join(' and ')}`;
  });

  constructor() {
    const ticking = setInterval(() => this.now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }
}
