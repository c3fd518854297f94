import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, of } from 'rxjs';
import type { Ticket } from '../../api/model';
import { TicketStore } from '../../api/ticket-store';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import type { Settlement } from '../../tickets/editing/overtaken';
import { TicketPresence } from '../../tickets/presence/ticket-presence';
import { TicketChoices } from '../../tickets/ticket-choices';
import { Banner } from '../../ui/banner';
import { TextField } from '../../ui/text-field';
import { ValueSelect } from '../../ui/value-select';
import { type FieldConflict, compare, ticketForm, updateFrom, valuesOf } from './ticket-form';
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
    TicketPresence,
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

  private follow(now: Ticket): void {
    if (now.version <= this.ticket().version) return;
    const open = (this.conflicts() ?? []).map(({ field }) => field);
    const { conflicts } = this.take(now);
    const theirs = valuesOf(now);
    // Those that were not decided yet stay open.
    const still = open.filter((field) => !conflicts.some((one) => one.field === field));
    const left = still.filter((field) => this.form.getRawValue()[field] !== theirs[field]);
    const all = [...left.map((field) => ({ field, theirs: theirs[field] })), ...conflicts];
    if (all.length > 0) this.conflicts.set(all);
  }

  /** What only they changed is followed. */
  private take(now: Ticket): ReturnType<typeof compare> {
    const compared = compare(this.form.getRawValue(), this.ticket(), now);
    for (const { field, theirs } of compared.taken) this.form.patchValue({ [field]: theirs });
    this.ticket.set(now);
    return compared;
  }

  /** When someone else changed other fields both changes can stand; otherwise the person decides. */
  private settle(now: Ticket): Settlement {
    const changed = now.version !== this.ticket().version;
    const { conflicts } = this.take(now);
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
