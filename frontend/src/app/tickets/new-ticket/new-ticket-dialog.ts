import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialogRef, MatDialogState } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Categories } from '../../api/categories';
import { readableProblem } from '../../api/problem-error';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { isComposing } from '../../ui/composing';
import { KeyCap } from '../../ui/key-cap';
import { TryAgain } from '../../ui/try-again';
import { PRIORITY_OPTIONS, categoryOption } from '../../ui/vocabulary';
import { RequesterField } from '../requester/requester-field';
import { SimilarToText } from '../similar/similar-to-text';
import { announcement } from './announcement';
import { SuggestedField } from './suggested-field';
import { SuggestionAsker } from './suggestion-asker';
import { SuggestionCard } from './suggestion-card';
import type { Settled } from './suggestion-state';
import { TicketInProgress } from './ticket-in-progress';
import { TicketSending } from './ticket-sending';
import { DESCRIPTION_MAX } from './ticket-text';
import { WaitingNotice } from './waiting-notice';
import { WritingField } from './writing-field';

/** Writes a ticket; the desk suggests where it belongs while it is being written. */
@Component({
  selector: 'desk-new-ticket-dialog',
  imports: [
    Banner,
    FailureBanner,
    KeyCap,
    MatButton,
    MatCheckbox,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    ReactiveFormsModule,
    RequesterField,
    SimilarToText,
    SuggestedField,
    SuggestionCard,
    TryAgain,
    WaitingNotice,
    WritingField,
  ],
  providers: [Submission, SuggestionAsker, TicketInProgress, TicketSending],
  templateUrl: './new-ticket-dialog.html',
  styleUrl: './new-ticket-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTicketDialog {
  private readonly dialog = inject<MatDialogRef<NewTicketDialog>>(MatDialogRef);
  protected readonly asker = inject(SuggestionAsker);
  protected readonly categories = inject(Categories);
  protected readonly sending = inject(TicketSending);
  protected readonly ticket = inject(TicketInProgress);

  private readonly create = viewChild.required<unknown, ElementRef<HTMLElement>>('create', { read: ElementRef });
  private readonly notice = viewChild<unknown, ElementRef<HTMLElement>>(WaitingNotice, { read: ElementRef });
  private readonly title = viewChild.required<WritingField>('title');

  protected readonly descriptionMax = DESCRIPTION_MAX;
  protected readonly priorityOptions = PRIORITY_OPTIONS;
  protected readonly controlKey = /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl';
  protected readonly reading = computed(() => this.asker.state().phase === 'reading');
  /** Why there is none to choose from; undefined while there is. */
  protected readonly categoriesProblem = computed(() =>
    this.categories.all().length === 0 ? readableProblem(this.categories.error()) : undefined,
  );
  protected readonly categoryOptions = computed(() => {
    const key = this.ticket.category.value();
    const active = this.categories.active();
    // Without the list a category can still be proposed; it is shown by its key.
    const offered = active.length > 0 || key === '' ? active : [{ key, label: this.categories.label(key) }];
    return offered.map((category) => categoryOption(category));
  });
  /** Why the priority is a default beside a category that the desk has judged. */
  protected readonly priorityNote = computed(() => {
    const state = this.asker.state();
    if (state.phase !== 'suggested' && state.phase !== 'open') return null;
    const { abstained, hidden, options } = state.suggestion;
    return !abstained && !hidden && options.priority.length === 0 ? 'Not learnable on this desk yet' : null;
  });
  /** The next ticket is written right after this one. */
  protected readonly another = signal(false);
  protected readonly announced = signal('');
  protected readonly progress = computed(() => {
    if (this.sending.waiting()) return 'Waiting for the suggestion';
    return this.sending.saving() ? 'Creating ticket' : null;
  });

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
    effect(() => {
      if (!this.sending.waiting()) this.keepFocus();
    });
  }

  protected submit(): void {
    this.sending.send(() => this.created());
    if (this.sending.waiting()) {
      this.announced.set('Waiting for the suggestion. The ticket is created when it is here. Escape to keep editing.');
    }
  }

  protected sendWithout(): void {
    this.sending.sendWithout(() => this.created());
  }

  /** Whoever goes on with the form has not sent it. */
  protected keepEditing(): void {
    if (!this.sending.waiting()) return;
    this.sending.takeBack();
    this.announced.set('Not created yet');
  }

  /** What is written so far is there again when the dialog is opened next. */
  protected close(): void {
    if (!this.sending.saving() && this.dialog.getState() === MatDialogState.OPEN) this.dialog.close();
  }

  /** An empty dialog, ready for the next ticket. */
  protected startOver(): void {
    // First, since a field that loses the focus counts as visited.
    this.title().focus();
    this.ticket.clear();
    this.sending.clear();
  }

  private created(): void {
    if (this.dialog.getState() !== MatDialogState.OPEN) return;
    if (this.another()) this.startOver();
    else this.dialog.close();
  }

  /** The buttons of the notice are about to go. */
  private keepFocus(): void {
    if (this.notice()?.nativeElement.contains(document.activeElement)) this.create().nativeElement.focus();
  }

  private announce(state: Settled): void {
    const { category, priority } = this.ticket;
    const kept = { category: category.origin() === 'you', priority: priority.origin() === 'you' };
    const words = announcement(state, (key) => this.categories.label(key), kept);
    this.announced.set(
      this.sending.waiting() && state.phase !== 'suggested' && !this.ticket.decided()
        ? `${words} Not created yet.`
        : words,
    );
  }

  /** One step back. */
  private leave(): void {
    if (this.sending.waiting()) this.keepEditing();
    else this.close();
  }

  private handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape') this.leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit();
    else return;
    event.preventDefault();
  }
}
