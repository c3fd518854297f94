import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type Observable, map } from 'rxjs';
import { type Conflict, ConflictDialog } from './conflict-dialog';

/** Asks which of two values a ticket shall have. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly dialog = inject(MatDialog);

  /** True for "Keep mine". Closing it any other way overwrites nothing. */
  ask(conflict: Conflict): Observable<boolean> {
    return this.dialog
      .open<ConflictDialog, Conflict, boolean>(ConflictDialog, {
        data: conflict,
        ariaModal: true,
        autoFocus: 'first-heading',
        width: '440px',
      })
      .afterClosed()
      .pipe(map((keepMine) => keepMine === true));
  }
}
