import { ElementRef, Injectable, Injector, afterNextRender, inject, signal } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import { type Observable, finalize, takeLast } from 'rxjs';
import { problemOf } from '../../api/problem-error';
import { type Named, attempt, tellFields } from './attempt';
import { type Failure, failureOf } from './failure';
import { focusFirstWrong } from './first-wrong';

/**
 * Sends what a form holds, one attempt at a time. What breaks a rule is said by its field before the API is asked, and
 * what the API has against single fields is said by them too; what is left is the `failure`. The first wrong field
 * takes the focus, and nothing that was typed is lost. Provided by the component that shows the form.
 */
@Injectable()
export class Submission {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly running = signal(false);
  private readonly failed = signal<Failure | null>(null);

  readonly saving = this.running.asReadonly();
  /** Why the last attempt did not work, as far as no field says it. */
  readonly failure = this.failed.asReadonly();

  /**
   * `done` gets the last answer of the call. A call that completes without any has shown by itself why. `named` gives
   * the names of controls that the API calls otherwise.
   */
  send<T>(form: AbstractControl, call: () => Observable<T>, done: (answer: T) => void, named: Named = {}): void {
    if (this.running() || !this.check(form)) return;
    this.running.set(true);
    const goneOn = this.watch(form);
    call()
      .pipe(
        takeLast(1),
        finalize(() => this.running.set(false)),
      )
      .subscribe({ next: done, error: (error: unknown) => this.refused(error, form, named, goneOn) });
  }

  /** Whether these break no rule; what they break is said by them, and the first takes the focus. */
  check(...controls: readonly AbstractControl[]): boolean {
    this.failed.set(null);
    for (const control of controls) attempt(control);
    const right = controls.every(({ invalid }) => !invalid);
    if (!right) this.focusFirst();
    return right;
  }

  /** Nothing has gone wrong yet. */
  clear(): void {
    this.failed.set(null);
  }

  private refused(error: unknown, form: AbstractControl, named: Named, goneOn: () => boolean): void {
    const problem = problemOf(error);
    const elsewhere = problem ? tellFields(form, problem, named) : [];
    const byField = problem !== null && problem.errors.length > elsewhere.length;
    // Who has gone on writing meanwhile keeps the focus.
    if (byField && !goneOn()) this.focusFirst();
    if (!byField || elsewhere.length > 0) this.failed.set(failureOf(error, elsewhere));
  }

  /** Whether the person has gone on since: to another place, or writing. */
  private watch(form: AbstractControl): () => boolean {
    const [place, written] = [document.activeElement, JSON.stringify(form.value)];
    return () => document.activeElement !== place || JSON.stringify(form.value) !== written;
  }

  /** Once the fields show how they are. */
  private focusFirst(): void {
    afterNextRender(() => focusFirstWrong(this.host.nativeElement), { injector: this.injector });
  }
}
