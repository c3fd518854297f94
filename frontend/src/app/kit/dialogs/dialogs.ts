import { type ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';
import { EMPTY, type Observable, filter, map } from 'rxjs';
import { DialogOpening } from '../../core/dialog-opening';
import { ConfirmDialog, type Question } from './confirm-dialog';
import { SecretDialog, type Secret } from './secret-dialog';

/** Opens dialogs: forms, questions, secrets, and what is only read. One at a time: a second click while the first is open changes nothing. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(DialogOpening);

  /** Emits once it was confirmed and done; never when the person cancelled. */
  confirm<T>(question: Question<T>): Observable<T> {
    if (this.dialog.isBusy()) return EMPTY;
    return this.dialog
      .open<ConfirmDialog<T>, Question<T>, { done: T }>(ConfirmDialog, {
        data: question,
        autoFocus: 'first-heading',
        // Like Esc, Back closes it only while nothing is being done: the answer would get lost.
        closeOnNavigation: false,
        role: 'alertdialog',
        width: '440px',
      })
      .afterClosed()
      .pipe(
        filter((result) => result !== undefined),
        map((result) => result.done),
      );
  }

  /** Shows something that is told only once. */
  tell(secret: Secret): void {
    this.dialog.open(SecretDialog, {
      data: secret,
      autoFocus: 'first-heading',
      // Once closed it is gone: a click beside it, Esc or Back must not do that.
      disableClose: true,
      closeOnNavigation: false,
      width: '480px',
    });
  }

  /** Something to read, full screen on a phone: a click beside it, Esc and Back close it. */
  show<Component>(component: ComponentType<Component>, data: unknown): void {
    if (this.dialog.isBusy()) return;
    this.dialog.open<Component, unknown, never>(component, {
      data,
      autoFocus: 'first-heading',
      maxWidth: 'calc(100vw - 32px)',
      panelClass: 'desk-dialog',
      width: '720px',
    });
  }

  /** A form over the page, full screen on a phone. Emits its result; never when the person cancelled. */
  form<Component, Result>(component: ComponentType<Component>, data: unknown, width = '520px'): Observable<Result> {
    if (this.dialog.isBusy()) return EMPTY;
    return this.dialog
      .open<Component, unknown, Result>(component, {
        data,
        autoFocus: 'first-tabbable',
        // What was typed is not lost to a click beside it, nor to Back.
        disableClose: true,
        closeOnNavigation: false,
        maxWidth: 'calc(100vw - 32px)',
        panelClass: 'desk-dialog',
        width,
      })
      .afterClosed()
      .pipe(filter((result) => result !== undefined));
  }
}
