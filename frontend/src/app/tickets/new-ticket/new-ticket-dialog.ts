import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormGroupDirective, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialogRef, MatDialogState } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Categories } from '../../api/categories';
import type { Priority } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { KeyCap } from '../../ui/key-cap';
import { PRIORITY_OPTIONS, categoryOption } from '../../ui/vocabulary';
import { announcement } from './announcement';
import { SuggestedField } from './suggested-field';
import { SuggestionAsker } from './suggestion-asker';
import { SuggestionCard } from './suggestion-card';
import type { Settled } from './suggestion-state';
import { TicketInProgress } from './ticket-in-progress';
import { TicketSubmission } from './ticket-submission';
import { DESCRIPTION_MAX } from './ticket-text';
import { WritingField } from './writing-field';

/** What the banner says when a ticket was not saved. */
interface Failure {
  readonly why: string;
  readonly requestId: string | null;
}

/** Writes a ticket; the desk suggests where it belongs while it is being written. */
@Component({
  selector: 'desk-new-ticket-dialog',
  imports: [
    Banner,
    KeyCap,
    MatButton,
    MatCheckbox,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    ReactiveFormsModule,
    SuggestedField,
    SuggestionCard,
    WritingField,
  ],
  providers: [SuggestionAsker, TicketInProgress],
  templateUrl: './new-ticket-dialog.html',
  styleUrl: './new-ticket-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTicketDialog {
  private readonly dialog = inject<MatDialogRef<NewTicketDialog>>(MatDialogRef);
  protected readonly asker = inject(SuggestionAsker);
  protected readonly categories = inject(Categories);
  protected readonly submission = inject(TicketSubmission);
  protected readonly ticket = inject(TicketInProgress);

  private readonly formDirective = viewChild.required(FormGroupDirective);
  private readonly title = viewChild.required<WritingField>('title');
  private readonly description = viewChild.required<WritingField>('description');
  private readonly category = viewChild.required<SuggestedField<string>>('category');
  private readonly priority = viewChild.required<SuggestedField<Priority>>('priority');
  private readonly fields = {
    title: this.title,
    description: this.description,
    category: this.category,
    priority: this.priority,
  };

  protected readonly descriptionMax = DESCRIPTION_MAX;
  protected readonly priorityOptions = PRIORITY_OPTIONS;
  protected readonly controlKey = /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl';
  protected readonly reading = computed(() => this.asker.state().phase === 'reading');
  protected readonly categoryOptions = computed(() => {
    const key = this.ticket.category.value();
    const active = this.categories.active();
    // Without the list a category can still be proposed; it is shown by its key.
    const offered = active.length > 0 || key === '' ? active : [{ key, label: this.categories.label(key) }];
    return offered.map((category) => categoryOption(category));
  });
  /** The next ticket is written right after this one. */
  protected readonly another = signal(false);
  protected readonly failure = signal<Failure | null>(null);
  protected readonly announced = signal('');

  constructor() {
    this.categories.refresh();
    this.dialog
      .keydownEvents()
      .pipe(takeUntilDestroyed())
      .subscribe((event) => this.handleKey(event));
    this.dialog.afterOpened().subscribe(() => {
      if (this.ticket.restored()) this.announced.set('Your draft is back');
    });
    this.asker.settled.pipe(takeUntilDestroyed()).subscribe((state) => this.announce(state));
  }

  protected submit(): void {
    if (this.submission.saving()) return;
    const ticket = this.ticket.complete();
    if (!ticket) {
      this.focusFirstInvalid();
      return;
    }
    this.failure.set(null);
    this.submission.send(ticket).subscribe({
      next: () => this.created(),
      error: (error: unknown) => this.failed(error),
    });
  }

  /** What is written so far is there again when the dialog is opened next. */
  protected close(): void {
    if (!this.submission.saving() && this.dialog.getState() === MatDialogState.OPEN) this.dialog.close();
  }

  /** An empty dialog, ready for the next ticket. */
  protected startOver(): void {
    // First, since a field that loses the focus counts as visited.
    this.title().focus();
    this.ticket.clear();
    // Also forgets that it was submitted, which would show errors in fields nobody has visited.
    this.formDirective().resetForm();
    this.failure.set(null);
  }

  private created(): void {
    this.ticket.finish();
    if (this.dialog.getState() !== MatDialogState.OPEN) return;
    if (this.another()) this.startOver();
    else this.dialog.close();
  }

  private failed(error: unknown): void {
    const problem = problemOf(error);
    const elsewhere = problem ? this.ticket.showErrors(problem) : [];
    const byField = problem !== null && problem.errors.length > elsewhere.length;
    if (byField) this.focusFirstInvalid();
    if (byField && elsewhere.length === 0) return;
    const why = elsewhere.length > 0 ? elsewhere.join(' ') : (problem?.message ?? 'The server did not answer.');
    this.failure.set({ why, requestId: problem?.requestId ?? null });
  }

  private focusFirstInvalid(): void {
    const field = this.ticket.firstInvalid();
    if (field) this.fields[field]().focus();
  }

  private announce(state: Settled): void {
    const { category, priority } = this.ticket;
    const kept = { category: category.origin() === 'you', priority: priority.origin() === 'you' };
    this.announced.set(announcement(state, (key) => this.categories.label(key), kept));
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit();
    else return;
    event.preventDefault();
  }
}
