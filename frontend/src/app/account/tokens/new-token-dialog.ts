import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
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
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { AccountApi } from '../../api/account-api';
import type { CreatedApiToken, Scope } from '../../api/model';
import { Session } from '../../core/session';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { fieldMessage } from '../../ui/field-message';
import { TextField } from '../../ui/text-field';
import { scopesOf } from './scope-words';
import { expiryDays, tokenForm } from './token-form';
import { TokenSecret } from './token-secret';

/** Makes a token, and shows its secret the one time that it can be seen. Closes with its id. */
@Component({
  selector: 'desk-new-token-dialog',
  imports: [
    DialogFoot,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    ReactiveFormsModule,
    TextField,
    TokenSecret,
  ],
  providers: [DialogSubmission],
  templateUrl: './new-token-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../kit/dialogs/dialog-actions.scss', './new-token-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTokenDialog {
  private readonly api = inject(AccountApi);
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  protected readonly submission = inject<DialogSubmission<void>>(DialogSubmission);
  private readonly ready = viewChild<ElementRef<HTMLElement>>('ready');

  protected readonly form = tokenForm(inject(NonNullableFormBuilder));
  protected readonly scopesMessage = fieldMessage(signal(this.form.controls.scopes));
  protected readonly offered = computed(() => scopesOf(this.session.user()?.role ?? 'agent'));
  protected readonly created = signal<CreatedApiToken | null>(null);

  protected submit(): void {
    this.submission.send(
      this.form,
      () => this.create(),
      (created) => this.show(created),
      { expires_in_days: 'days' },
    );
  }

  private create() {
    const values = this.form.getRawValue();
    return this.api.createToken({
      name: values.name.trim(),
      scopes: (Object.keys(values.scopes) as Scope[]).filter((scope) => values.scopes[scope]),
      expires_in_days: expiryDays(values),
    });
  }

  private show(created: CreatedApiToken): void {
    this.created.set(created);
    afterNextRender(() => this.ready()?.nativeElement.focus(), { injector: this.injector });
  }
}
