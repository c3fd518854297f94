import {
  ChangeDetectionStrategy,
  Component,
  type OnInit,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { Ticket } from '../../api/model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { isComposing } from '../../ui/composing';
import { KeyCap } from '../../ui/key-cap';
import { TextField } from '../../ui/text-field';
import { ConflictQuestion } from '../editing/conflict-question';
import { TextCorrection, type TextField as TextName } from '../editing/text-correction';
import { type TextDraft, TextDrafts } from '../editing/text-drafts';
import { DESCRIPTION_RULES, TITLE_RULES } from '../new-ticket/new-ticket-form';

const TEXTS: readonly TextName[] = ['title', 'description'];

/**
 * Corrects title and description of a ticket where they stand. What is written is kept in this browser until it is saved
 * or discarded, so neither a failure nor leaving the page loses it.
 */
@Component({
  selector: 'desk-text-editor',
  imports: [Banner, FailureBanner, KeyCap, MatButton, MatProgressBar, ReactiveFormsModule, TextField],
  providers: [Submission],
  templateUrl: './text-editor.html',
  styleUrl: './text-editor.scss',
  host: { '(keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextEditor implements OnInit {
  readonly ticket = input.required<Ticket>();
  /** Who changed the ticket last while it is open. */
  readonly changedBy = input('Somebody');
  /** With what was discarded; null when nothing was. */
  readonly closed = output<TextDraft | null>();

  private readonly conflict = inject(ConflictQuestion);
  private readonly correction = inject(TextCorrection);
  private readonly drafts = inject(TextDrafts);
  protected readonly submission = inject(Submission);
  private readonly title = viewChild.required<TextField>('title');
  private readonly description = viewChild.required<TextField>('description');

  private readonly builder = inject(NonNullableFormBuilder);
  protected readonly form = this.builder.group({
    title: this.builder.control('', [...TITLE_RULES]),
    description: this.builder.control('', [...DESCRIPTION_RULES]),
  });
  /** The ticket as it was when the correction began, but for texts of others that the person has seen since. */
  private readonly base = signal<Ticket | undefined>(undefined);
  /** Texts that somebody else has changed meanwhile. */
  private readonly changed = computed(() => {
    const [seen, now] = [this.base(), this.ticket()];
    return seen ? TEXTS.filter((text) => now[text] !== seen[text]) : [];
  });
  /** Of those, what the person is changing too. */
  protected readonly overtaken = computed(() => (this.submission.saving() ? [] : this.changed()));

  constructor() {
    // What the person has not touched is as it is now.
    effect(() => {
      const changed = this.changed();
      untracked(() => changed.forEach((text) => this.follow(text)));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.keep());
  }

  ngOnInit(): void {
    const ticket = this.ticket();
    const draft = this.drafts.read(ticket.id);
    this.base.set({ ...ticket, ...draft?.base });
    const { title, description } = draft?.texts ?? ticket;
    this.form.setValue({ title, description }, { emitEvent: false });
  }

  /** Ready to be typed in. */
  focus(): void {
    this.title().focus();
  }

  protected save(): void {
    const seen = this.base();
    if (!seen) return;
    this.submission.send(
      this.form,
      () => this.correction.correct(seen, this.form.getRawValue()),
      () => this.close(null),
    );
  }

  protected cancel(): void {
    this.close(this.draft());
  }

  protected press(event: KeyboardEvent): void {
    // An input method uses both keys for itself.
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (!this.submission.saving()) this.cancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.save();
    }
  }

  /** Asks, text by text, which of the two shall stand; what is closed without an answer is asked again at the end. */
  protected compare(): void {
    const [text] = this.overtaken();
    if (!text) return;
    const now = this.ticket();
    const value = (of: string) => ({ kind: text, value: of, label: of }) as const;
    this.conflict.choose(now, value(this.form.controls[text].value), value(now[text])).subscribe((choice) => {
      if (choice === null) return;
      if (choice === 'theirs') this.form.controls[text].setValue(now[text], { emitEvent: false });
      this.see(text, now[text]);
      // The button that asked goes away: writing goes on.
      this[text]().focus();
      this.compare();
    });
  }

  private follow(text: TextName): void {
    const [seen, now] = [this.base(), this.ticket()];
    const control = this.form.controls[text];
    if (control.value !== seen?.[text]) return;
    control.setValue(now[text], { emitEvent: false });
    this.see(text, now[text]);
  }

  /** The person knows what somebody else has written. */
  private see(text: TextName, theirs: string): void {
    this.base.update((seen) => seen && { ...seen, [text]: theirs });
    this.keep();
  }

  private keep(): void {
    const draft = this.draft();
    if (draft) this.drafts.write(this.ticket().id, draft);
    else this.drafts.clear(this.ticket().id);
  }

  /** What the person has changed; null while that is nothing. */
  private draft(): TextDraft | null {
    const seen = this.base();
    if (!seen) return null;
    const { title, description, version } = seen;
    const texts = this.form.getRawValue();
    const same = texts.title === title && texts.description === description;
    return same ? null : { texts, base: { title, description, version } };
  }

  private close(discarded: TextDraft | null): void {
    this.drafts.clear(this.ticket().id);
    this.closed.emit(discarded);
  }
}
