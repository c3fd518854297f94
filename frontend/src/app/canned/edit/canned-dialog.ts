import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { type Observable, of } from 'rxjs';
import { type CannedAnswer, CannedAnswersApi } from '../../api/canned-answers-api';
import { Session } from '../../core/session';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { type Known, PLACEHOLDERS, filledIn } from '../../tickets/conversation/canned/filled-in';
import { markdownHtml } from '../../tickets/conversation/editor/markdown-text';
import { MessageHtml } from '../../tickets/conversation/message-html';
import { TicketChoices } from '../../tickets/ticket-choices';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { TextField } from '../../ui/text-field';
import { ValueSelect } from '../../ui/value-select';
import { CannedFilesField } from './canned-files-field';
import {
  FIELD_NAMES,
  NAMED,
  type Whose,
  type WrittenAnswer,
  cannedForm,
  fieldsOf,
  fileIds,
  overtakenAnswer,
  patchOf,
} from './canned-form';
import { MarkdownField } from './markdown-field';

const NOTHING: WrittenAnswer = { name: '', text: '', team: false, steps: {}, attachments: [] };
/** Whom the preview is written to. */
const EXAMPLE = { customer: 'Ruth Adler', ticket: 4821, title: 'Invoice PDFs download as empty files' };

/**
 * Writes a canned answer, or changes one. When a colleague was faster, what was typed stays and this person decides. Closes with
 * the answer.
 */
@Component({
  selector: 'desk-canned-dialog',
  imports: [
    CannedFilesField,
    DialogFoot,
    MarkdownField,
    MatDialogContent,
    MatDialogTitle,
    MatIcon,
    MessageHtml,
    OvertakenFields,
    ReactiveFormsModule,
    SegmentSwitch,
    TextField,
    ValueSelect,
  ],
  providers: [DialogSubmission],
  templateUrl: './canned-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../tickets/bulk/ticket-fields.scss', './canned-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CannedDialog {
  private readonly api = inject(CannedAnswersApi);
  private readonly session = inject(Session);
  private readonly submission = inject<DialogSubmission<CannedAnswer>>(DialogSubmission);
  protected readonly choices = inject(TicketChoices);
  /** Null for a new one. */
  protected readonly answer = inject<CannedAnswer | null>(MAT_DIALOG_DATA);

  protected readonly form = cannedForm(inject(NonNullableFormBuilder), this.answer ?? NOTHING);
  protected readonly overtaken = this.answer && overtakenAnswer(this.answer, this.form);
  protected readonly conflicts = computed(() =>
    overtakenFields(this.overtaken?.conflicts(), FIELD_NAMES, (conflict) =>
      conflict.field === 'files' ? this.namesOf(conflict.theirs) : conflict.theirs,
    ),
  );
  /** The files that it has on the desk by now. */
  protected readonly kept = computed(() => this.overtaken?.seen().attachments ?? []);
  private readonly filesField = viewChild.required(CannedFilesField);

  protected readonly placeholders = PLACEHOLDERS;
  /** What the team has is for admins to write. */
  protected readonly maySwitch = this.session.isAdmin();
  protected readonly circles: readonly Segment<Whose>[] = [
    { value: 'own', label: 'Only me' },
    { value: 'team', label: 'The team' },
  ];
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly whose = computed(() => this.values().whose ?? 'own');
  /** How it reads with the names filled in, as HTML; '' where there are none to fill in, and no files to go along. */
  protected readonly preview = computed(() => {
    const { text = '', files = '' } = this.values();
    return text.includes('{{') || files !== '' ? markdownHtml(filledIn(text, this.known())) : '';
  });
  private readonly known = computed<Known>(() => ({ ...EXAMPLE, agent: this.session.user()?.display_name ?? '' }));

  protected save(): void {
    // Enter reaches a button that rests.
    if (this.filesField().waits() !== '') return;
    if (this.overtaken?.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.send(), NAMED);
  }

  private namesOf(files: string): string {
    const names = new Map(this.kept().map(({ id, name }) => [id, name]));
    return fileIds(files)
      .flatMap((id) => names.get(id) ?? [])
      .join(', ');
  }

  private send(): Observable<CannedAnswer> {
    const { overtaken } = this;
    if (!overtaken) return this.api.create(fieldsOf(this.form));
    return saveOver(overtaken.seen(), {
      save: (seen) => this.api.change(seen, patchOf(this.form, overtaken.changes())),
      fetch: ({ id }) => this.api.fetch(id),
      settle: (now, sent) => of(overtaken.settle(now, sent)),
    });
  }
}
