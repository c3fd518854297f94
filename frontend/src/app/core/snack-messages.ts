import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Message, MessageScreen } from './message-screen';
import { SnackMessage } from './snack-message';

const SHORT_MS = 5_000;
/** Long enough to read and reach for the action. */
const WITH_ACTION_MS = 10_000;

/** Where messages are shown: at the foot of the page, each in place of the one before. Not part of the first download. */
@Injectable({ providedIn: 'root' })
export class SnackMessages implements MessageScreen {
  private readonly snackBar = inject(MatSnackBar);

  show({ text, action }: Message): void {
    const shown = this.snackBar.openFromComponent(SnackMessage, {
      data: { text, action },
      duration: action ? WITH_ACTION_MS : SHORT_MS,
      panelClass: 'desk-snack',
      politeness: 'polite',
    });
    shown.onAction().subscribe(() => action?.run());
  }
}
