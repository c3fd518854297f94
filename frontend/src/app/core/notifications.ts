import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { problemOf } from '../api/problem-error';
import { KeyboardShortcuts } from './keyboard-shortcuts';
import type { MessageAction } from './message-action';
import { SnackMessage } from './snack-message';

const SHORT_MS = 5_000;
/** Long enough to read and reach for the action. */
const WITH_ACTION_MS = 10_000;

/** Short messages at the foot of the page: what went well, and what went wrong where no page can show it. */
@Injectable({ providedIn: 'root' })
export class Notifications {
  private readonly snackBar = inject(MatSnackBar);
  private readonly shortcuts = inject(KeyboardShortcuts);

  /** A success: "Ticket #4825 created", with an action such as Open or Undo. Replaces the message before it. */
  show(text: string, action?: MessageAction): void {
    const shown = this.snackBar.openFromComponent(SnackMessage, {
      data: { text, action },
      duration: action ? WITH_ACTION_MS : SHORT_MS,
      panelClass: 'desk-snack',
      politeness: 'polite',
    });
    if (!action) return;
    shown.onAction().subscribe(() => action.run());
    if (!action.key) return;
    const run = () => shown.dismissWithAction();
    const forget = this.shortcuts.register([{ key: action.key, label: action.label, group: 'Everywhere', run }]);
    shown.afterDismissed().subscribe(forget);
  }

  /** A failure, in the words of the API where it has some, with the request id to mention. */
  showError(what: string, error: unknown, action?: MessageAction): void {
    const problem = problemOf(error);
    const why = problem ? ` ${problem.message}` : '';
    const request = problem?.requestId ? ` Request ${problem.requestId}.` : '';
    this.show(`${what}.${why}${request}`, action);
  }
}
