import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  type OnInit,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormGroupDirective, NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { finalize } from 'rxjs';
import { AccountApi } from '../../api/account-api';
import type { Account } from '../../api/model';
import { type ProblemError, problemOf } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { FieldMessages } from '../form/field-messages';
import { LineField } from '../form/line-field';
import { PASSWORD_HINT, newPasswordMessage } from './password-rules';

/** How the API names the fields. */
const NAMED = { current_password: 'current', new_password: 'fresh' } as const;

/** The present password and a new one. */
@Component({
  selector: 'desk-password-form',
  imports: [Banner, LineField, MatButton, ReactiveFormsModule],
  templateUrl: './password-form.html',
  styleUrl: './password-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm implements OnInit {
  private readonly api = inject(AccountApi);
  private readonly injector = inject(Injector);
  protected readonly form = inject(NonNullableFormBuilder).group({ current: '', fresh: '' });
  protected readonly messages = new FieldMessages(this.form.controls);
  private readonly formDirective = viewChild.required(FormGroupDirective);
  private readonly current = viewChild<LineField>('current');
  private readonly fresh = viewChild.required<LineField>('fresh');

  readonly username = input.required<string>();
  readonly currentLabel = input('Current password');
  readonly submitLabel = input('Change password');
  /** The present password where it was typed a moment ago, so that it need not be typed again. */
  readonly known = input<string | null>(null);
  readonly changed = output<Account>();

  protected readonly hint = PASSWORD_HINT;
  protected readonly saving = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly asksCurrent = signal(true);

  ngOnInit(): void {
    const known = this.known();
    if (known === null) return;
    this.form.controls.current.setValue(known);
    this.asksCurrent.set(false);
  }

  protected submit(): void {
    if (this.saving()) return;
    const { current, fresh } = this.form.getRawValue();
    this.failure.set(null);
    this.messages.clear();
    this.messages.say({
      current: current ? undefined : `Enter your ${this.currentLabel().toLowerCase()}.`,
      fresh: newPasswordMessage(fresh),
    });
    if (this.messages.first()) {
      this.focusFirst();
      return;
    }
    this.saving.set(true);
    this.api
      .changePassword(current, fresh)
      .pipe(finalize(() => this.saving.set(false)))
      .subscribe({
        next: (account) => {
          this.formDirective().resetForm();
          this.changed.emit(account);
        },
        error: (error: unknown) => this.fail(problemOf(error)),
      });
  }

  private fail(problem: ProblemError | null): void {
    const elsewhere = problem ? this.messages.sayProblem(problem, NAMED) : [];
    if (problem?.code === 'invalid_credentials') this.messages.say({ current: 'This is not the right password.' });
    // It may have been changed elsewhere since it was typed.
    if (this.messages.of('current')) this.asksCurrent.set(true);
    const byField = this.messages.first() !== undefined;
    if (byField) afterNextRender(() => this.focusFirst(), { injector: this.injector });
    if (byField && elsewhere.length === 0) return;
    this.failure.set(elsewhere.join(' ') || (problem?.message ?? 'The server did not answer.'));
  }

  private focusFirst(): void {
    const field = this.messages.first() === 'current' ? this.current() : this.fresh();
    field?.select();
  }
}
