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
  viewChildren,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { AccountApi } from '../../api/account-api';
import type { Account } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { blaming } from '../../kit/forms/blaming';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { rule } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { TextField } from '../../ui/text-field';
import { PASSWORD_HINT, newPasswordMessage } from './password-rules';

/** The present password and a new one. */
@Component({
  selector: 'desk-password-form',
  imports: [FailureBanner, MatButton, ReactiveFormsModule, TextField],
  providers: [Submission],
  templateUrl: './password-form.html',
  styleUrl: './password-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm implements OnInit {
  private readonly api = inject(AccountApi);
  private readonly injector = inject(Injector);
  protected readonly submission = inject(Submission);

  readonly username = input.required<string>();
  readonly currentLabel = input('Current password');
  readonly submitLabel = input('Change password');
  /** The present password where it was typed a moment ago, so that it need not be typed again. */
  readonly known = input<string | null>(null);
  readonly changed = output<Account>();

  /** Named as on the wire. */
  protected readonly form = inject(NonNullableFormBuilder).group({
    current_password: [
      '',
      rule('filled', (text) => (text === '' ? `Enter your ${this.currentLabel().toLowerCase()}.` : null)),
    ],
    new_password: ['', rule('password', newPasswordMessage)],
  });
  private readonly fields = viewChildren(TextField);
  protected readonly hint = PASSWORD_HINT;
  protected readonly asksCurrent = signal(true);

  ngOnInit(): void {
    const known = this.known();
    if (known === null) return;
    this.form.controls.current_password.setValue(known);
    this.asksCurrent.set(false);
  }

  /** Goes to the first field. */
  focus(): void {
    this.fields()[0]?.focus();
  }

  protected submit(): void {
    this.submission.send(
      this.form,
      () => this.change(),
      (account) => {
        this.form.reset();
        this.changed.emit(account);
      },
    );
  }

  private change() {
    const { current_password: current, new_password: fresh } = this.form.getRawValue();
    return this.api.changePassword(current, fresh).pipe(
      blaming('invalid_credentials', 'current_password', 'This is not the right password.'),
      catchError((error: unknown) => {
        // It may have been changed elsewhere since it was typed.
        if (problemOf(error)?.field('current_password')) this.asksCurrent.set(true);
        // A field that comes now would forget what was said by it before.
        return from(this.shown()).pipe(switchMap(() => throwError(() => error)));
      }),
    );
  }

  /** Settles when the page shows which fields there are. */
  private shown(): Promise<void> {
    return new Promise((resolve) => afterNextRender(resolve, { injector: this.injector }));
  }
}
