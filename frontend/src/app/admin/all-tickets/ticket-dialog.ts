import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { EMPTY, type Observable, catchError, of, switchMap, throwError } from 'rxjs';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import type { Ticket } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { Banner } from '../../ui/banner';
import { ValueSelect } from '../../ui/value-select';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { TextField } from '../../ui/text-field';
import { type FieldConflict, compare, ticketForm, updateFrom } from './ticket-form';
import { TicketOptions } from '../../tickets/bulk/ticket-options';

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
  private readonly admin = inject(AdminTicketsApi);
  private readonly submission = inject<DialogSubmission<Ticket>>(DialogSubmission);
  private readonly tickets = inject(TicketsApi);
  protected readonly options = inject(TicketOptions);

  /** As it was when the person last saw it. */
  protected readonly ticket = signal(inject<Ticket>(MAT_DIALOG_DATA));
  protected readonly form = ticketForm(inject(NonNullableFormBuilder), this.ticket());
  /** What someone else chose meanwhile; null while nobody was faster. */
  protected readonly conflicts = signal<readonly FieldConflict[] | null>(null);
  protected readonly categories = computed(() => this.options.categoryWith(this.ticket()));
  protected readonly assignees = computed(() => this.options.assigneeWith(this.ticket()));

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
    const { status, priority } = this.options;
    const options = { status, priority, category: this.categories(), assignee: this.assignees() }[field];
    return options.find(({ value }) => value === theirs)?.label ?? theirs;
  }

  /** What was changed, against the version that was seen last; nothing changed is saved already. */
  private send(): Observable<Ticket> {
    const ticket = this.ticket();
    const update = updateFrom(this.form.getRawValue(), ticket);
    if (Object.keys(update).length === 0) return of(ticket);
    return this.admin
      .update(ticket.id, update, ticket.version)
      .pipe(
        catchError((error: unknown) =>
          problemOf(error)?.code === 'stale_version' ? this.lookAgain(error) : throwError(() => error),
        ),
      );
  }

  /** Someone was faster: when they changed other fields both changes can stand, otherwise the person decides. */
  private lookAgain(stale: unknown): Observable<Ticket> {
    return this.tickets.fetch(this.ticket().id).pipe(
      catchError(() => throwError(() => stale)),
      switchMap((now) => {
        const { taken, conflicts } = compare(this.form.getRawValue(), this.ticket(), now);
        const changed = now.version !== this.ticket().version;
        for (const { field, theirs } of taken) this.form.patchValue({ [field]: theirs });
        this.ticket.set(now);
        if (conflicts.length === 0 && changed) return this.send();
        this.conflicts.set(conflicts);
        // Where it is told.
        this.body().nativeElement.scrollTop = 0;
        return EMPTY;
      }),
    );
  }
}
