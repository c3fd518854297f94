import { Injectable, Injector, inject } from '@angular/core';
import type { MatDialog } from '@angular/material/dialog';

/** Material's dialogs for what is part of the first download; they themselves come with the first dialog. */
@Injectable({ providedIn: 'root' })
export class LazyDialog {
  private readonly injector = inject(Injector);

  async load(): Promise<MatDialog> {
    const { MatDialog } = await import('@angular/material/dialog');
    return this.injector.get(MatDialog);
  }
}
