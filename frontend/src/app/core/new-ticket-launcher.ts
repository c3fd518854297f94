import { Injectable, InjectionToken, type Type, inject } from '@angular/core';
import { LazyDialog } from './lazy-dialog';

/** Loads the dialog that writes a ticket. The app provides it, so that the shell knows no feature. */
export const NEW_TICKET_DIALOG = new InjectionToken<() => Promise<Type<unknown>>>('NEW_TICKET_DIALOG');

/** Opens the New ticket dialog from anywhere: the shell's buttons, key C, the first day's empty list. */
@Injectable({ providedIn: 'root' })
export class NewTicketLauncher {
  private readonly dialog = inject(LazyDialog);
  private readonly component = inject(NEW_TICKET_DIALOG);
  private opening = false;

  /**
   * Fetches what opening needs, so that it need not be waited for. What does not come is asked for again, and spoken of,
   * when it is needed.
   */
  async fetchAhead(): Promise<void> {
    await Promise.allSettled([this.dialog.load(), this.component()]);
  }

  /** One at a time: a second call while it is opening or open does nothing. */
  async open(): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      await this.dialog.asked(() => this.load());
    } finally {
      this.opening = false;
    }
  }

  private async load(): Promise<void> {
    const [dialogs, component] = await Promise.all([this.dialog.load(), this.component()]);
    if (dialogs.isBusy()) return;
    await dialogs.settled();
    dialogs.open(component, {
      id: 'new-ticket',
      ariaLabelledBy: 'new-ticket-heading',
      autoFocus: 'first-tabbable',
      // A half-written ticket is not lost to a click beside it; the dialog itself decides about Esc.
      disableClose: true,
      maxWidth: 'calc(100vw - 32px)',
      panelClass: 'desk-dialog',
      width: '1048px',
    });
  }
}
