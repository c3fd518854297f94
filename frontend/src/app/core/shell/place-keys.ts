import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { KeyboardShortcuts } from '../keyboard-shortcuts';

/** G and the first letter of a place lead there, from every page. Provided by the shell. */
@Injectable()
export class PlaceKeys {
  private readonly router = inject(Router);

  constructor() {
    inject(KeyboardShortcuts).register(
      [
        { key: 'g d', label: 'Dashboard', group: 'Go to', run: () => void this.router.navigate(['/dashboard']) },
        // Kept for pages to come: until then neither T nor M does after G what it does alone.
        { key: 'g t', label: 'Kept for later', group: 'Go to', listed: false, run: () => undefined },
        { key: 'g m', label: 'Kept for later', group: 'Go to', listed: false, run: () => undefined },
      ],
      inject(DestroyRef),
    );
  }
}
