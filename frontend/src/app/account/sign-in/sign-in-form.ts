import { ChangeDetectionStrategy, Component, type OnInit, inject, input, output, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { Account } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { FieldMessages } from '../form/field-messages';
import { LineField } from '../form/line-field';
import { SignInAttempt } from './sign-in-attempt';

/** Who signed in, and with what: a one-time password is needed once more right after. */
export interface SignedIn {
  account: Account;
  password: string;
}

/** Username and password. Whatever goes wrong is said by the form, and nothing typed is lost. */
@Component({
  selector: 'desk-sign-in-form',
  imports: [Banner, LineField, MatButton, ReactiveFormsModule],
  providers: [SignInAttempt],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm implements OnInit {
  protected readonly attempt = inject(SignInAttempt);
  protected readonly form = inject(NonNullableFormBuilder).group({ username: '', password: '' });
  protected readonly messages = new FieldMessages(this.form.controls);
  private readonly username = viewChild.required<LineField>('username');
  private readonly password = viewChild.required<LineField>('password');

  /** Who probably signs in. */
  readonly expected = input('');
  readonly signedIn = output<SignedIn>();

  ngOnInit(): void {
    this.form.controls.username.setValue(this.expected());
  }

  focus(): void {
    (this.expected() ? this.password() : this.username()).focus();
  }

  protected submit(): void {
    if (this.attempt.running()) return;
    const username = this.form.controls.username.value.trim();
    const password = this.form.controls.password.value;
    this.messages.clear();
    this.messages.say({
      username: username ? undefined : 'Enter your username.',
      password: password ? undefined : 'Enter your password.',
    });
    const missing = this.messages.first();
    if (missing) {
      this[missing]().focus();
      return;
    }
    this.attempt.send(username, password).subscribe({
      next: (account) => this.signedIn.emit({ account, password }),
      error: (error: unknown) => {
        if (problemOf(error)?.code === 'invalid_credentials') this.password().select();
      },
    });
  }
}
