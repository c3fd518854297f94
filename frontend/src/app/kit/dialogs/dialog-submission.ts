import { Injectable, inject } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { type Observable, finalize } from 'rxjs';
import type { Named } from '../forms/attempt';
import { Submission } from '../forms/submission';

/** The submission of a dialog: the answer closes it, and until it has come nothing else does. Provided by the dialog. */
@Injectable()
export class DialogSubmission<Answer> extends Submission {
  private readonly dialog = inject<MatDialogRef<unknown, Answer>>(MatDialogRef);

  /** `named` as `send` takes it. */
  submit(form: AbstractControl, call: () => Observable<Answer>, named: Named = {}): void {
    this.send(
      form,
      () => this.held(call()),
      (answer) => this.dialog.close(answer),
      named,
    );
  }

  /** Nothing was changed: it closes without an answer. */
  close(): void {
    if (!this.saving()) this.dialog.close();
  }

  private held(call: Observable<Answer>): Observable<Answer> {
    const { disableClose } = this.dialog;
    this.dialog.disableClose = true;
    return call.pipe(finalize(() => (this.dialog.disableClose = disableClose)));
  }
}
