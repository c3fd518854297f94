import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { problemOf } from '../api/problem-error';
import type { MessageAction } from './message-action';
import { SnackMessage } from './snack-message';

const SHORT_MS = 5_000;
/** Long enough to read and reach for the action. */
const WITH_ACTION_MS = 10_000;

/** Short messages at the foot of the page: what went well, and what went wrong where no page can show it. */
@Injectable({ providedIn: 'root' })
export class Notifications {
  private readonly snackBar = inject(MatSnackBar);

  /** A success: "Ticket #4825 created", with an action such as Open or Undo. Replaces the message before it. */
  show(text: string, action?: MessageAction): void {
    const shown = this.snackBar.openFromComponent(SnackMessage, {
      data: { text, action },
      duration: action ? WITH_ACTION_MS : SHORT_MS,
      panelClass: 'desk-snack',
      politeness: 'polite',
    });
    shown.onAction().subscribe(() => action?.run());
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
}
