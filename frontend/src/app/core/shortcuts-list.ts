import { Injectable, inject } from '@angular/core';
import { LazyDialog } from './lazy-dialog';

/** Opens the list of the keyboard shortcuts, which comes only when it is asked for. */
@Injectable({ providedIn: 'root' })
export class ShortcutsList {
  private readonly dialog = inject(LazyDialog);

  open(): Promise<void> {
    return this.dialog.asked(() => this.load());
  }

  private async load(): Promise<void> {
    const [dialogs, { ShortcutsDialog }] = await Promise.all([this.dialog.load(), import('./shortcuts-dialog')]);
    if (dialogs.isBusy()) return;
    // From its top, which a focus on the switch at its end would scroll away.
    dialogs.open(ShortcutsDialog, { autoFocus: 'first-heading', width: '480px', maxHeight: '80dvh' });
  }
}
