import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, of } from 'rxjs';
import type { Ticket } from '../../api/model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import type { Settlement } from '../../tickets/editing/overtaken';
import { TicketChoices } from '../../tickets/ticket-choices';
import { Banner } from '../../ui/banner';
import { TextField } from '../../ui/text-field';
import { ValueSelect } from '../../ui/value-select';
import { type FieldConflict, compare, ticketForm, updateFrom } from './ticket-form';
import { TicketSaving } from './ticket-saving';

/** Every field of a ticket. When someone was faster, what was typed stays and the person decides. */
@Component({
  selector: 'desk-ticket-dialog',
  imports: [
    Banner,
    DialogFoot,
    MatButton,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TextField,
    ValueSelect,
  ],
  providers: [DialogSubmission],
  templateUrl: './ticket-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../tickets/bulk/ticket-fields.scss', './ticket-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDialog {
  private readonly saving = inject(TicketSaving);
  private readonly submission = inject<DialogSubmission<Ticket>>(DialogSubmission);
  private readonly choices = inject(TicketChoices);

  /** As it was when the person last saw it. */
  protected readonly ticket = signal(inject<Ticket>(MAT_DIALOG_DATA));
  protected readonly form = ticketForm(inject(NonNullableFormBuilder), this.ticket());
  /** What someone else chose meanwhile; null while nobody was faster. */
  protected readonly conflicts = signal<readonly FieldConflict[] | null>(null);
  protected readonly options = computed(() => ({
    status: this.choices.of('status'),
    category: this.choices.forTicket(this.ticket(), 'category'),
    priority: this.choices.of('priority'),
    assignee: this.choices.forTicket(this.ticket(), 'assignee'),
  }));

  private readonly body = viewChild.required<unknown, ElementRef<HTMLElement>>('body', { read: ElementRef });

  protected save(): void {
    this.submission.submit(this.form, () => this.send());
  }

  protected takeTheirs({ field, theirs }: FieldConflict): void {
    this.form.patchValue({ [field]: theirs });
    this.conflicts.update((all) => all?.filter((one) => one.field !== field) ?? null);
  }

  /** The value in words. */
  protected words({ field, theirs }: FieldConflict): string {
    if (field === 'title' || field === 'description') return theirs;
    return this.options()[field].find(({ value }) => value === theirs)?.label ?? theirs;
  }

  /** What was changed, against the version that was seen last; nothing changed is saved already. */
  private send(): Observable<Ticket> {
    if (this.isSaved()) return of(this.ticket());
    const update = (seen: Ticket) => updateFrom(this.form.getRawValue(), seen);
    return this.saving.save(this.ticket(), update, (now) => this.settle(now));
  }

  /** When someone else changed other fields both changes can stand; otherwise the person decides. */
  private settle(now: Ticket): Settlement {
    const { taken, conflicts } = compare(this.form.getRawValue(), this.ticket(), now);
    const changed = now.version !== this.ticket().version;
    for (const { field, theirs } of taken) this.form.patchValue({ [field]: theirs });
    this.ticket.set(now);
    if (conflicts.length === 0 && changed) return this.isSaved() ? 'done' : 'save';
    this.conflicts.set(conflicts);
    // Where it is told.
    this.body().nativeElement.scrollTop = 0;
    return 'leave';
  }

  private isSaved(): boolean {
    return Object.keys(updateFrom(this.form.getRawValue(), this.ticket())).length === 0;
  }
}
