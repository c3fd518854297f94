import { Injectable, Injector, inject } from '@angular/core';
import type { DialogOpening } from './dialog-opening';
import { KeyTurns } from './key-turns';

/**
 * Dialogs for what is part of the first download; they themselves come with the first dialog. Keys typed until then are
 * for the dialog.
 */
@Injectable({ providedIn: 'root' })
export class LazyDialog {
  private readonly injector = inject(Injector);
  private readonly turns = inject(KeyTurns);

  /** With the component that stands in the dialog, as soon as both are here. */
  async load(): Promise<DialogOpening> {
    const { DialogOpening } = await import('./dialog-opening');
    return this.injector.get(DialogOpening);
  }

  /** What a person asked for: what is typed until it is open is for it. */
  asked(opening: () => Promise<void>): Promise<void> {
    return this.turns.until(opening());
  }
}
