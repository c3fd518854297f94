import { Injectable, Injector, PendingTasks, inject } from '@angular/core';
import { problemOf } from '../api/problem-error';
import type { MessageAction } from './message-action';
import type { Message, MessageScreen } from './message-screen';

/**
 * Short messages at the foot of the page: what went well, and what went wrong where no page can show it. What draws them
 * comes with the shell, and where none stands with the first message.
 */
@Injectable({ providedIn: 'root' })
export class Notifications {
  private readonly injector = inject(Injector);
  private readonly pending = inject(PendingTasks);
  private screen: MessageScreen | undefined;
  /** The last one of those that wait for the screen. */
  private waiting: Message | undefined;

  /** From now on messages are drawn by this, without waiting. */
  drawnBy(screen: MessageScreen): void {
    this.screen = screen;
    if (this.waiting) screen.show(this.waiting);
    this.waiting = undefined;
  }

  /** A success: "Ticket #4825 created", with an action such as Open or Undo. Replaces the message before it. */
  show(text: string, action?: MessageAction): void {
    const message = { text, action };
    if (this.screen) this.screen.show(message);
    else {
      this.waiting = message;
      this.pending.run(() => this.fetchScreen());
    }
  }

  /**
   * A failure, in the words of the API where it has some, with the request id to mention. `again` tries it once more, and
   * is offered where that may help.
   */
  showError(what: string, error: unknown, again?: MessageAction): void {
    const problem = problemOf(error);
    const why = problem ? ` ${problem.message}` : '';
    const request = problem?.requestId ? ` Request ${problem.requestId}.` : '';
    this.show(`${what}.${why}${request}`, problem?.mayPass === false ? undefined : again);
  }

  private async fetchScreen(): Promise<void> {
    try {
      const { SnackMessages } = await import('./snack-messages');
      this.drawnBy(this.injector.get(SnackMessages));
    } catch (error) {
      // Whoever shows errors would come here again.
      console.error(error);
    }
  }
}
