import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { NewTicketLauncher } from '../new-ticket-launcher';
import { ShortcutsList } from '../shortcuts-list';

/** The keys that work on every page while the shell stands. Provided by the shell. */
@Injectable()
export class ShellKeys {
  private readonly launcher = inject(NewTicketLauncher);
  private readonly list = inject(ShortcutsList);
  private readonly router = inject(Router);

  constructor() {
    inject(KeyboardShortcuts).register(
      [
        { key: 'c', label: 'New ticket', group: 'Everywhere', run: () => void this.launcher.open() },
        { key: '?', label: 'Keyboard shortcuts', group: 'Everywhere', run: () => void this.list.open() },
        { key: 'g d', label: 'Dashboard', group: 'Go to', run: () => void this.router.navigate(['/dashboard']) },
        // Kept for pages to come: until then neither T nor M does after G what it does alone.
        { key: 'g t', label: 'Kept for later', group: 'Go to', listed: false, run: () => undefined },
        { key: 'g m', label: 'Kept for later', group: 'Go to', listed: false, run: () => undefined },
        // The dialog handles these itself; no list of keys can be opened above it.
        { key: 'Enter', label: 'Create the ticket', group: 'New ticket', caps: ['Ctrl', 'Enter'] },
        { key: 'Escape', label: 'Close and keep the draft', group: 'New ticket' },
      ],
      inject(DestroyRef),
    );
  }
}
