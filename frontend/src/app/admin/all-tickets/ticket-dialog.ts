import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Observable } from 'rxjs';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import type { Settlement } from '../../kit/forms/overtaken';
import { OvertakenFields } from '../../kit/forms/overtaken-fields';
import { type FieldConflict, OvertakenForm } from '../../kit/forms/overtaken-form';
import { TicketPresence } from '../../tickets/presence/ticket-presence';
import { TicketChoices } from '../../tickets/ticket-choices';
import { TextField } from '../../ui/text-field';
import { ValueSelect } from '../../ui/value-select';
import { type TicketField, keptOf, ticketForm, updateFrom, valuesOf } from './ticket-form';
import { TicketSaving } from './ticket-saving';

/** Every field of a ticket. When someone was faster, what was typed stays and the person decides. */
@Component({
  selector: 'desk-ticket-dialog',
  imports: [
    DialogFoot,
    MatDialogContent,
    MatDialogTitle,
    OvertakenFields,
    ReactiveFormsModule,
    TextField,
    TicketPresence,
    ValueSelect,
  ],
  providers: [DialogSubmission],
  templateUrl: './ticket-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../tickets/bulk/ticket-fields.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDialog {
  private readonly saving = inject(TicketSaving);
  private readonly submission = inject<DialogSubmission<Ticket>>(DialogSubmission);
  private readonly choices = inject(TicketChoices);

  private readonly given = inject<Ticket>(MAT_DIALOG_DATA);
  protected readonly form = ticketForm(inject(NonNullableFormBuilder), this.given);
  protected readonly overtaken = new OvertakenForm<Ticket, Record<TicketField, string>>(this.given, {
    textsOf: valuesOf,
    typed: (seen) => keptOf(this.form.getRawValue(), valuesOf(seen)),
    put: (field, value) => this.form.patchValue({ [field]: value }),
  });
  protected readonly ticket = this.overtaken.seen;
  protected readonly conflicts = computed(() =>
    this.overtaken.conflicts()?.map((conflict) => ({ conflict, name: conflict.field, theirs: this.words(conflict) })),
  );
  protected readonly options = computed(() => ({
    status: this.choices.of('status'),
    category: this.choices.forTicket(this.ticket(), 'category'),
    priority: this.choices.of('priority'),
    assignee: this.choices.forTicket(this.ticket(), 'assignee'),
  }));

  private readonly body = viewChild.required<unknown, ElementRef<HTMLElement>>('body', { read: ElementRef });

  constructor() {
    const store = inject(TicketStore);
    const { id } = this.ticket();
    store.watch(() => [id]);
    // What somebody else does meanwhile is told at once, and not only when it is saved.
    effect(() => {
      const now = store.get(id);
      if (now && !this.submission.saving()) untracked(() => this.follow(now));
    });
  }

  protected save(): void {
    if (this.overtaken.isSaved) this.submission.close();
    else this.submission.submit(this.form, () => this.send());
  }

  /** What was changed, against the version that was seen last. */
  private send(): Observable<Ticket> {
    const update = (seen: Ticket) => updateFrom(this.form.getRawValue(), seen);
    return this.saving.save(this.ticket(), update, (now, sent) => this.settle(now, sent));
  }

  private follow(now: Ticket): void {
    if (now.version > this.ticket().version) this.overtaken.follow(now);
  }

  private settle(now: Ticket, sent: Ticket): Settlement {
    const settlement = this.overtaken.settle(now, sent);
    // Where it is told.
    if (settlement === 'leave') this.body().nativeElement.scrollTop = 0;
    return settlement;
  }

  /** The value in words. */
  private words({ field, theirs }: FieldConflict<TicketField>): string {
    if (field === 'title' || field === 'description') return theirs;
    return this.options()[field].find(({ value }) => value === theirs)?.label ?? theirs;
  }
}
