import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { finalize } from 'rxjs';
import { AccountApi } from '../../api/account-api';
import type { CreatedApiToken, Scope } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { Session } from '../../core/session';
import { Banner } from '../../ui/banner';
import { FieldMessages } from '../form/field-messages';
import { LineField } from '../form/line-field';
import { scopesOf } from './scope-words';
import { type TokenForm, expiryDays, tokenMessages } from './token-form';
import { TokenSecret } from './token-secret';

const NAMED = { expires_in_days: 'days' } as const;

/** Makes a token, and shows its secret the one time that it can be seen. */
@Component({
  selector: 'desk-new-token-dialog',
  imports: [
    Banner,
    LineField,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    ReactiveFormsModule,
    TokenSecret,
  ],
  templateUrl: './new-token-dialog.html',
  styleUrl: './new-token-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTokenDialog {
  private readonly api = inject(AccountApi);
  private readonly dialog = inject<MatDialogRef<NewTokenDialog>>(MatDialogRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly builder = inject(NonNullableFormBuilder);
  private readonly name = viewChild<LineField>('name');
  private readonly days = viewChild<LineField>('days');
  private readonly ready = viewChild<ElementRef<HTMLElement>>('ready');

  protected readonly form: TokenForm = this.builder.group({
    name: '',
    scopes: this.builder.group({ 'tickets:read': true, 'tickets:write': false, admin: false }),
    expiry: this.builder.control<'30' | '90' | '365' | 'other'>('90'),
    days: '',
  });
  protected readonly messages = new FieldMessages(this.form.controls);
  protected readonly offered = computed(() => scopesOf(this.session.user()?.role ?? 'agent'));
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly created = signal<CreatedApiToken | null>(null);

  protected submit(): void {
    if (this.busy()) return;
    this.failure.set(null);
    this.messages.clear();
    this.messages.say(tokenMessages(this.form.getRawValue()));
    if (this.messages.first()) {
      this.focusFirst();
      return;
    }
    const { name, scopes } = this.form.getRawValue();
    this.busy.set(true);
    this.api
      .createToken({
        name: name.trim(),
        scopes: (Object.keys(scopes) as Scope[]).filter((scope) => scopes[scope]),
        expires_in_days: expiryDays(this.form.getRawValue()),
      })
      .pipe(finalize(() => this.busy.set(false)))
      .subscribe({ next: (created) => this.show(created), error: (error: unknown) => this.fail(error) });
  }

  private show(created: CreatedApiToken): void {
    // The secret must not be lost to a click beside it.
    this.dialog.disableClose = true;
    this.created.set(created);
    afterNextRender(() => this.ready()?.nativeElement.focus(), { injector: this.injector });
  }

  private fail(error: unknown): void {
    const problem = problemOf(error);
    const elsewhere = problem ? this.messages.sayProblem(problem, NAMED) : [];
    const byField = this.messages.first() !== undefined;
    if (byField) this.focusFirst();
    if (byField && elsewhere.length === 0) return;
    this.failure.set(elsewhere.join(' ') || (problem?.message ?? 'The server did not answer.'));
  }

  private focusFirst(): void {
    const first = this.messages.first();
    if (first === 'name') this.name()?.focus();
    else if (first === 'scopes') this.host.nativeElement.querySelector<HTMLElement>('mat-checkbox input')?.focus();
    else this.days()?.focus();
  }
}
