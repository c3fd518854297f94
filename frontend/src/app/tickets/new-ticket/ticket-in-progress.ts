import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import { type Observable, tap } from 'rxjs';
import { Categories } from '../../api/categories';
import type { NewTicket, Priority, Ticket } from '../../api/model';
import { tell } from '../../ui/field-message';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { written } from '../../ui/written';
import { DecidedValue } from './decided-value';
import { newTicketForm } from './new-ticket-form';
import { type Proposals, proposals, standIn } from './proposal';
import { SuggestionAsker } from './suggestion-asker';
import { answers, suggestionIdFor } from './suggestion-state';
import { askedContact } from '../requester/requester-entry';
import { TicketDraft } from './ticket-draft';
import { TicketSubmission } from './ticket-submission';
import { readableText, sameText } from './ticket-text';

/** The ticket being written: its form, who decided what, and the draft that outlives the dialog. */
@Injectable()
export class TicketInProgress {
  private readonly asker = inject(SuggestionAsker);
  private readonly categories = inject(Categories);
  private readonly draft = inject(TicketDraft);
  private readonly submission = inject(TicketSubmission);

  readonly form = newTicketForm(inject(NonNullableFormBuilder));
  readonly category = new DecidedValue<string>(this.form.controls.category);
  readonly priority = new DecidedValue<Priority>(this.form.controls.priority);

  private readonly title = toSignal(this.form.controls.title.valueChanges, { initialValue: '' });
  private readonly requester = toSignal(this.form.controls.requester.valueChanges, { initialValue: '' });
  private readonly description = toSignal(this.form.controls.description.valueChanges, { initialValue: '' });
  /** What the desk can read; null while there is nothing. */
  readonly readable = computed(() => readableText(this.title(), this.description()), { equal: sameText });
  /** The suggestion on the screen is for the text as it stands. */
  readonly upToDate = computed(() => {
    const text = this.readable();
    return text !== null && answers(this.asker.state(), text);
  });
  /** The words of the text that decided the suggestion. */
  readonly marks = computed(() =>
    [this.category.proposal(), this.priority.proposal()].flatMap((proposal) => proposal?.reasons ?? []),
  );
  /** How what the desk proposes stands to what the fields hold. */
  readonly standings = computed(() => ({ category: this.category.standing(), priority: this.priority.standing() }));
  /** Both are chosen, by the desk or by the person; a mere default is no choice. */
  readonly decided = computed(() =>
    [this.category, this.priority].every(({ origin }) => origin() === 'desk' || origin() === 'you'),
  );
  /** What nobody has chosen yet: "category and priority"; '' when nothing is left. */
  readonly open = computed(() => {
    const fields = { category: this.category, priority: this.priority };
    return Object.entries(fields)
      .filter(([, { value }]) => value() === '')
      .map(([name]) => name)
      .join(' and ');
  });
  /** What the ticket is as things stand, with what is filled in for what is open: "Billing, Medium". */
  readonly asItStands = computed(() => {
    const filledIn = this.categories.filledIn();
    const category = this.category.value() || filledIn?.category;
    const priority = this.priority.value() || filledIn?.priority;
    return [category && this.categories.label(category), priority && PRIORITY_LABELS[priority]]
      .filter(Boolean)
      .join(', ');
  });
  /** It began with a draft from before. */
  readonly restored = signal(false);

  constructor() {
    this.restore();
    this.asker.settled.pipe(takeUntilDestroyed()).subscribe((state) => {
      if ('suggestion' in state) this.propose(proposals(state.suggestion));
      else if (state.phase === 'failed') this.fillInDefaults();
    });
    effect(() => {
      const text = this.readable();
      untracked(() => this.asker.follow(text));
    });
    effect(() => this.keepDraft());
    effect(() => this.forgetRetiredCategory());
  }

  /** A choice is still open, and the desk has yet to answer for the text as it stands. */
  awaitsSuggestion(): boolean {
    const text = this.readable();
    if (text === null || (this.category.value() !== '' && this.priority.value() !== '')) return false;
    const state = this.asker.state();
    return !answers(state, text) && !(state.phase === 'failed' && sameText(state.text, text));
  }

  /** Fills what is empty with what stands in for a judgement; nothing while the desk has not said what that is. */
  fillInDefaults(): void {
    const filledIn = this.categories.filledIn();
    if (!filledIn) return;
    if (this.category.value() === '') this.category.propose(standIn(filledIn.category));
    if (this.priority.value() === '') this.priority.propose(standIn(filledIn.priority));
  }

  /** Saves it; the form has been found right. Its draft is not needed any more then. */
  create(): Observable<Ticket> {
    return this.submission.send(this.written()).pipe(tap(() => this.draft.clear()));
  }

  /** Begins the next ticket: nothing is written, chosen, proposed or kept. */
  clear(): void {
    this.asker.forget();
    this.category.forget();
    this.priority.forget();
    this.form.reset();
    this.draft.clear();
    this.restored.set(false);
  }

  private written(): NewTicket {
    const { title, description, category, priority, requester: entry } = this.form.getRawValue();
    if (priority === '') throw new Error('A form without a priority is not complete');
    const text = { title: written(title, true), description: written(description, false) };
    const requester = askedContact(entry);
    const ticket = { ...text, category, priority, ...(requester && { requester }) };
    const suggestion_id = suggestionIdFor(this.asker.state(), text);
    return suggestion_id === undefined ? ticket : { ...ticket, suggestion_id };
  }

  private propose({ category, priority }: Proposals): void {
    this.category.propose(category);
    this.priority.propose(priority);
  }

  private restore(): void {
    const draft = this.draft.read();
    if (!draft) return;
    this.form.patchValue({ title: draft.title, description: draft.description, requester: draft.requester ?? '' });
    if (draft.category !== '') this.category.choose(draft.category);
    if (draft.priority !== '') this.priority.choose(draft.priority);
    this.restored.set(true);
  }

  private keepDraft(): void {
    this.draft.write({
      title: this.title(),
      description: this.description(),
      category: this.category.chosen(),
      priority: this.priority.chosen(),
      ...(this.requester() !== '' && { requester: this.requester() }),
    });
  }

  /** A category can be retired while the ticket is being written. */
  private forgetRetiredCategory(): void {
    const key = this.category.value();
    if (key === '' || this.categories.offered(key) !== false) return;
    const retired = this.categories.label(key);
    untracked(() => {
      this.category.forget();
      tell(this.category.control, `“${retired}” is no longer in use. Choose another category.`);
    });
  }
}
