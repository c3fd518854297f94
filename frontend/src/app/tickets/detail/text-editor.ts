import { ChangeDetectionStrategy, Component, type OnInit, inject, input, output, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { Ticket } from '../../api/model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Submission } from '../../kit/forms/submission';
import { isComposing } from '../../ui/composing';
import { KeyCap } from '../../ui/key-cap';
import { TextField } from '../../ui/text-field';
import { TextCorrection } from '../editing/text-correction';
import { type TextDraft, TextDrafts } from '../editing/text-drafts';
import { DESCRIPTION_RULES, TITLE_RULES } from '../new-ticket/new-ticket-form';

/**
 * Corrects title and description of a ticket where they stand. What is written is kept in this browser until it is saved
 * or discarded, so neither a failure nor leaving the page loses it.
 */
@Component({
  selector: 'desk-text-editor',
  imports: [FailureBanner, KeyCap, MatButton, MatProgressBar, ReactiveFormsModule, TextField],
  providers: [Submission],
  templateUrl: './text-editor.html',
  styleUrl: './text-editor.scss',
  host: { '(keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextEditor implements OnInit {
  readonly ticket = input.required<Ticket>();
  /** With what was discarded; null when nothing was. */
  readonly closed = output<TextDraft | null>();

  private readonly correction = inject(TextCorrection);
  private readonly drafts = inject(TextDrafts);
  protected readonly submission = inject(Submission);
  private readonly title = viewChild.required<TextField>('title');

  private readonly builder = inject(NonNullableFormBuilder);
  protected readonly form = this.builder.group({
    title: this.builder.control('', [...TITLE_RULES]),
    description: this.builder.control('', [...DESCRIPTION_RULES]),
  });
  /** The ticket as it was when the correction began. */
  private seen: Ticket | undefined;

  constructor() {
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.keep());
  }

  ngOnInit(): void {
    const ticket = this.ticket();
    const draft = this.drafts.read(ticket.id);
    this.seen = { ...ticket, ...draft?.base };
    const { title, description } = draft?.texts ?? ticket;
    this.form.setValue({ title, description }, { emitEvent: false });
  }

  /** Ready to be typed in. */
  focus(): void {
    this.title().focus();
  }

  protected save(): void {
    const { seen } = this;
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

  private keep(): void {
    const draft = this.draft();
    if (draft) this.drafts.write(this.ticket().id, draft);
    else this.drafts.clear(this.ticket().id);
  }

  /** What the person has changed; null while that is nothing. */
  private draft(): TextDraft | null {
    if (!this.seen) return null;
    const { title, description, version } = this.seen;
    const texts = this.form.getRawValue();
    const same = texts.title === title && texts.description === description;
    return same ? null : { texts, base: { title, description, version } };
  }

  private close(discarded: TextDraft | null): void {
    this.drafts.clear(this.ticket().id);
    this.closed.emit(discarded);
  }
}
