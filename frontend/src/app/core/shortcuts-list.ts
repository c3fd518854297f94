import { Injectable, inject } from '@angular/core';
import { LazyDialog } from './lazy-dialog';

/** Opens the list of the keyboard shortcuts, which comes only when it is asked for. */
@Injectable({ providedIn: 'root' })
export class ShortcutsList {
  private readonly dialog = inject(LazyDialog);

  async open(): Promise<void> {
    const [dialog, { ShortcutsDialog }] = await Promise.all([this.dialog.load(), import('./shortcuts-dialog')]);
    dialog.open(ShortcutsDialog, { ariaModal: true, width: '480px', maxHeight: '80dvh' });
  }
}
