import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map, of } from 'rxjs';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailTemplate, MailTemplateWords } from '../../api/admin-model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, needed } from '../../kit/forms/rules';
import { TextField } from '../../ui/text-field';
import { TemplatePreview } from './template-preview';
import { TEMPLATE_WORDING } from './template-words';

const NAMES = { subject: 'subject', body: 'body' };
/** Sets how mails of a kind look, and shows one on the way. When another admin was faster, what was typed stays and this one decides. */
@Component({
  selector: 'desk-template-dialog',
  imports: [
    DialogFoot,
    MatDialogContent,
    MatDialogTitle,
    OvertakenFields,
    ReactiveFormsModule,
    TemplatePreview,
    TextField,
  ],
  providers: [DialogSubmission],
  templateUrl: './template-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './template-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateDialog {
  private readonly api = inject(AdminMailSetupApi);
  private readonly submission = inject<DialogSubmission<MailTemplate>>(DialogSubmission);
  private readonly template = inject<MailTemplate>(MAT_DIALOG_DATA);
  private readonly build = inject(NonNullableFormBuilder);
  protected readonly kind = this.template.kind;
  protected readonly words = TEMPLATE_WORDING[this.kind];

  protected readonly form = this.build.group({
    subject: this.build.control(this.template.subject, [
      needed('Subject is needed.'),
      atMost(200, 'Subject must be at most 200 characters long.'),
    ]),
    body: this.build.control(this.template.body, [
      needed('Body is needed.'),
      atMost(5000, (by) => `${by.toLocaleString('en')} too many: at most 5,000 characters.`, false),
    ]),
  });
  protected readonly typed = toSignal(this.form.valueChanges.pipe(map(() => this.form.getRawValue())), {
    initialValue: this.form.getRawValue(),
  });
  protected readonly overtaken = new OvertakenForm<MailTemplate, MailTemplateWords>(this.template, {
    textsOf: ({ subject, body }) => ({ subject, body }),
    typed: () => this.form.getRawValue(),
    put: (field, value) => this.form.controls[field].setValue(value),
  });
  protected readonly conflicts = computed(() => overtakenFields(this.overtaken.conflicts(), NAMES));

  protected save(): void {
    if (this.overtaken.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.send());
  }

  private send(): Observable<MailTemplate> {
    return saveOver(this.overtaken.seen(), {
      save: ({ version }) => this.api.saveTemplate(this.kind, this.form.getRawValue(), version),
      fetch: () => this.api.fetchTemplate(this.kind),
      settle: (now, sent) => of(this.overtaken.settle(now, sent)),
    });
  }
}
