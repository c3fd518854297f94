import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { Banner } from '../../ui/banner';
import { ValueSelect } from '../../ui/value-select';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { showFieldErrors } from '../../kit/forms/form-errors';
import { TextField } from '../../ui/text-field';
import { type FieldConflict, TICKET_FIELDS, compare, ticketForm, updateFrom } from './ticket-form';
import { TicketOptions } from '../../tickets/bulk/ticket-options';

/** Every field of a ticket. When someone was faster, what was typed stays and the person decides. */
@Component({
  selector: 'desk-ticket-dialog',
  imports: [
    Banner,
    FailureBanner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatProgressBar,
    ReactiveFormsModule,
    TextField,
    ValueSelect,
  ],
  templateUrl: './ticket-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../tickets/bulk/ticket-fields.scss', './ticket-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDialog {
  private readonly admin = inject(AdminTicketsApi);
  private readonly dialog = inject<MatDialogRef<TicketDialog, Ticket>>(MatDialogRef);
  private readonly tickets = inject(TicketsApi);
  protected readonly options = inject(TicketOptions);

  /** As it was when the person last saw it. */
  protected readonly ticket = signal(inject<Ticket>(MAT_DIALOG_DATA));
  protected readonly form = ticketForm(inject(NonNullableFormBuilder), this.ticket());
  protected readonly saving = signal(false);
  protected readonly failure = signal<Failure | null>(null);
  /** What someone else chose meanwhile; null while nobody was faster. */
  protected readonly conflicts = signal<readonly FieldConflict[] | null>(null);
  protected readonly categories = computed(() => this.options.categoryWith(this.ticket()));
  protected readonly assignees = computed(() => this.options.assigneeWith(this.ticket()));

  private readonly body = viewChild.required<unknown, ElementRef<HTMLElement>>('body', { read: ElementRef });
  private readonly title = viewChild.required<TextField>('title');
  private readonly description = viewChild.required<TextField>('description');

  protected save(): void {
    if (this.saving()) return;
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      this.focusFirstInvalid();
      return;
    }
    const ticket = this.ticket();
    const update = updateFrom(this.form.getRawValue(), ticket);
    if (Object.keys(update).length === 0) {
      this.dialog.close(ticket);
      return;
    }
    this.saving.set(true);
    this.failure.set(null);
    this.admin.update(ticket.id, update, ticket.version).subscribe({
      next: (saved) => this.dialog.close(saved),
      error: (error: unknown) => this.failed(error),
    });
  }

  protected takeTheirs({ field, theirs }: FieldConflict): void {
    this.form.patchValue({ [field]: theirs });
    this.conflicts.update((all) => all?.filter((one) => one.field !== field) ?? null);
  }

  /** The value in words. */
  protected words({ field, theirs }: FieldConflict): string {
    if (field === 'title' || field === 'description') return theirs;
    const { status, priority } = this.options;
    const options = { status, priority, category: this.categories(), assignee: this.assignees() }[field];
    return options.find(({ value }) => value === theirs)?.label ?? theirs;
  }

  private failed(error: unknown): void {
    if (problemOf(error)?.code === 'stale_version') {
      this.lookAgain(error);
      return;
    }
    this.saving.set(false);
    const shown = showFieldErrors(error, this.form);
    this.failure.set(failureOf(error, shown));
    if (shown.length > 0) this.focusFirstInvalid();
  }

  private lookAgain(stale: unknown): void {
    this.tickets.fetch(this.ticket().id).subscribe({
      next: (now) => {
        const { taken, conflicts } = compare(this.form.getRawValue(), this.ticket(), now);
        const changed = now.version !== this.ticket().version;
        for (const { field, theirs } of taken) this.form.patchValue({ [field]: theirs });
        this.ticket.set(now);
        this.saving.set(false);
        // They changed other fields: both changes can stand.
        if (conflicts.length === 0 && changed) {
          this.save();
          return;
        }
        this.conflicts.set(conflicts);
        // Where it is told.
        this.body().nativeElement.scrollTop = 0;
      },
      error: () => {
        this.saving.set(false);
        this.failure.set(failureOf(stale));
      },
    });
  }

  private focusFirstInvalid(): void {
    const field = TICKET_FIELDS.find((name) => this.form.controls[name].invalid);
    if (field === 'title') this.title().focus();
    if (field === 'description') this.description().focus();
  }
}
