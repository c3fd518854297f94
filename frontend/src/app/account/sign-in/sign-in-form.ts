import { ChangeDetectionStrategy, Component, type OnInit, inject, input, output, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { type Observable, tap } from 'rxjs';
import type { Account } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { filled, needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { TextField } from '../../ui/text-field';
import { SignInAttempt } from './sign-in-attempt';

/** Who signed in, and with what: a one-time password is needed once more right after. */
export interface SignedIn {
  account: Account;
  password: string;
}

/** Username and password. Whatever goes wrong is said by the form, and nothing typed is lost. */
@Component({
  selector: 'desk-sign-in-form',
  imports: [Banner, MatButton, ReactiveFormsModule, TextField],
  providers: [SignInAttempt, Submission],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm implements OnInit {
  protected readonly attempt = inject(SignInAttempt);
  protected readonly submission = inject(Submission);
  protected readonly form = inject(NonNullableFormBuilder).group({
    username: ['', needed('Enter your username.')],
    password: ['', filled('Enter your password.')],
  });
  private readonly username = viewChild.required<TextField>('username');
  private readonly password = viewChild.required<TextField>('password');

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
    const { username, password } = this.form.getRawValue();
    this.submission.send(
      this.form,
      () => this.signIn(username.trim(), password),
      (account) => this.signedIn.emit({ account, password }),
    );
  }

  private signIn(username: string, password: string): Observable<Account> {
    return this.attempt.send(username, password).pipe(
      tap({
        error: (error: unknown) => {
          if (problemOf(error)?.code === 'invalid_credentials') this.password().select();
        },
      }),
    );
  }
}
