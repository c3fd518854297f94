import { Injectable, InjectionToken, type Type, inject } from '@angular/core';
import { LazyDialog } from './lazy-dialog';

/** Loads the dialog that writes a ticket. The app provides it, so that the shell knows no feature. */
export const NEW_TICKET_DIALOG = new InjectionToken<() => Promise<Type<unknown>>>('NEW_TICKET_DIALOG');

/** Opens the New ticket dialog from anywhere: the shell's buttons, key C, the first day's empty list. */
@Injectable({ providedIn: 'root' })
export class NewTicketLauncher {
  private readonly dialog = inject(LazyDialog);
  private readonly load = inject(NEW_TICKET_DIALOG);
  private opening = false;

  /** One at a time: a second call while it is opening or open does nothing. */
  async open(): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const [dialog, component] = await Promise.all([this.dialog.load(), this.load()]);
      if (dialog.openDialogs.length > 0) return;
      dialog.open(component, {
        id: 'new-ticket',
        ariaLabelledBy: 'new-ticket-heading',
        ariaModal: true,
        autoFocus: 'first-tabbable',
        // A half-written ticket is not lost to a click beside it; the dialog itself decides about Esc.
        disableClose: true,
        maxWidth: 'calc(100vw - 32px)',
        panelClass: 'desk-dialog',
        width: '1048px',
      });
    } finally {
      this.opening = false;
    }
  }
}
