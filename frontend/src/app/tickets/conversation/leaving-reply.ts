import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { finalize } from 'rxjs';
import { ConversationApi } from '../../api/conversation-api';
import type { ConversationEntry } from '../../api/conversation-model';
import type { CannedSteps } from '../../api/canned-answers-api';
import type { Status } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { type Step, Undo } from '../../core/undo';
import { TicketConversation } from './ticket-conversation';

/** So long a reply can be taken back. */
export const HOLD_SECONDS = 10;
/** The desk lets it leave a little later than the clock here says. */
const LEFT_MS = 700;

/** A reply that has not left. */
export interface HeldReply {
  readonly ticket: number;
  readonly number: number;
  /** In milliseconds. */
  readonly until: number;
  /** What the ticket becomes with it. */
  readonly status: Status | null;
  /** What else it gets. */
  readonly sets: CannedSteps;
}

/** The reply that was sent last and can still be taken back, by its bar or by Z. Provided by the ticket's page. */
@Injectable()
export class LeavingReply {
  private readonly api = inject(ConversationApi);
  private readonly conversation = inject(TicketConversation);
  private readonly notifications = inject(Notifications);
  private readonly undo = inject(Undo);
  private readonly current = signal<HeldReply | null>(null);
  private step: Step | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly held = this.current.asReadonly();

  constructor() {
    // It stays a step that can be taken back; only nobody is left to look at it.
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** `back` brings back what was written. */
  hold(ticket: number, { number, sets_status: status, sets }: ConversationEntry, back: () => void): void {
    const step: Step = { takeBack: () => this.takeBack(step, ticket, number, back) };
    clearTimeout(this.timer);
    this.step = step;
    this.undo.add(step);
    this.current.set({ ticket, number, until: Date.now() + HOLD_SECONDS * 1_000, status, sets });
    setTimeout(() => this.undo.forget(step), HOLD_SECONDS * 1_000);
    this.timer = setTimeout(() => this.left(), HOLD_SECONDS * 1_000);
  }

  undoNow(): void {
    if (this.step) this.undo.take(this.step);
  }

  sendNow(): void {
    const held = this.current();
    if (!held) return;
    this.end();
    this.api
      .sendNow(held.ticket, held.number)
      .pipe(finalize(() => this.conversation.readOn()))
      .subscribe({
        error: (error: unknown) => {
          if (!hasLeft(error)) this.notifications.showError('The reply leaves a little later', error);
        },
      });
  }

  private takeBack(step: Step, ticket: number, number: number, back: () => void): void {
    // Another may be on its way out by now.
    if (step === this.step) this.end();
    this.api
      .takeBack(ticket, number)
      .pipe(finalize(() => this.conversation.readOn()))
      .subscribe({
        next: () => {
          back();
          this.notifications.show(`The reply to #${ticket} was taken back; it is a draft again`);
        },
        error: (error: unknown) => {
          if (hasLeft(error)) this.notifications.show(`It has left already: the reply to #${ticket} stays`);
          else this.notifications.showError('The reply was not taken back', error);
        },
      });
  }

  private left(): void {
    this.end();
    this.timer = setTimeout(() => this.conversation.readOn(), LEFT_MS);
  }

  private end(): void {
    clearTimeout(this.timer);
    if (this.step) this.undo.forget(this.step);
    this.step = undefined;
    this.current.set(null);
  }
}

/** The desk holds it no more. */
function hasLeft(error: unknown): boolean {
  return problemOf(error)?.code === 'message_left';
}
