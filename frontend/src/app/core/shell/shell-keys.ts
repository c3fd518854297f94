import { DestroyRef, Injectable, inject } from '@angular/core';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { NewTicketLauncher } from '../new-ticket-launcher';
import { ShortcutsList } from '../shortcuts-list';
import { Undo } from '../undo';

/** The keys that work on every page while the shell stands. Provided by the shell. */
@Injectable()
export class ShellKeys {
  private readonly launcher = inject(NewTicketLauncher);
  private readonly list = inject(ShortcutsList);

  constructor() {
    // Z works from the start, also while there is nothing to undo.
    inject(Undo);
    inject(KeyboardShortcuts).register(
      [
        { key: 'c', label: 'New ticket', group: 'Everywhere', run: () => void this.launcher.open() },
        { key: '?', label: 'Keyboard shortcuts', group: 'Everywhere', run: () => void this.list.open() },
        // The dialog handles these itself; no list of keys can be opened above it.
        { key: 'Enter', label: 'Create the ticket', group: 'New ticket', caps: ['Ctrl', 'Enter'] },
        { key: 'Escape', label: 'Close and keep the draft', group: 'New ticket' },
      ],
      inject(DestroyRef),
    );
  }
}
