import { Location } from '@angular/common';
import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { isComposing } from '../../ui/composing';
import { DialogSubmission } from './dialog-submission';

/**
 * Esc in a dialog with a form, and Back of the browser: it closes while nothing was written, and otherwise asks first. Who
 * closes the page is asked by the browser. Provided by the dialog's foot.
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
    const back = inject(Location).subscribe(() => this.leave());
    const window = inject(DOCUMENT).defaultView;
    const unload = (event: Event) => this.isHalfWritten() && event.preventDefault();
    window?.addEventListener('beforeunload', unload);
    inject(DestroyRef).onDestroy(() => {
      back.unsubscribe();
      window?.removeEventListener('beforeunload', unload);
    });
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
    else this.leave();
  }

  private leave(): void {
    if (this.submission.saving() || this.asked()) return;
    if (!this.isHalfWritten()) this.dialog.close();
    else this.asked.set(document.activeElement instanceof HTMLElement ? document.activeElement : document.body);
  }

  private isHalfWritten(): boolean {
    return this.written() !== this.before;
  }

  private written(): string {
    const written: unknown = this.form?.getRawValue();
    return JSON.stringify(written ?? null);
  }
}
