import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { isComposing } from '../../ui/composing';
import { DialogSubmission } from './dialog-submission';

/**
 * Esc in a dialog with a form: it closes while nothing was written, and otherwise asks first. Provided by the dialog's
 * foot.
 */
@Injectable()
export class DialogLeaving {
  private readonly dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  private readonly submission = inject<DialogSubmission<unknown>>(DialogSubmission);
  private form: AbstractControl | null = null;
  private before = '';
  private readonly asked = signal<HTMLElement | null>(null);

  /** Where the person was when asked whether what was written may go; null while that is no question. */
  readonly asking = this.asked.asReadonly();

  constructor() {
    this.dialog
      .keydownEvents()
      .pipe(takeUntilDestroyed())
      .subscribe((event) => this.hear(event));
  }

  /** As it is before anything is written. */
  watch(form: AbstractControl): void {
    this.form = form;
    this.before = this.written();
  }

  discard(): void {
    this.dialog.close();
  }

  stay(): void {
    this.asked()?.focus();
    this.asked.set(null);
  }

  private hear(event: KeyboardEvent): void {
    // Where a click beside it closes the dialog, Esc does by itself.
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event) || !this.dialog.disableClose) return;
    if (this.submission.saving()) return;
    event.preventDefault();
    if (this.asked()) this.stay();
    else if (this.written() === this.before) this.dialog.close();
    else this.asked.set(document.activeElement instanceof HTMLElement ? document.activeElement : document.body);
  }

  private written(): string {
    const written: unknown = this.form?.getRawValue();
    return JSON.stringify(written ?? null);
  }
}
