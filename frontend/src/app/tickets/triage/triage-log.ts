import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Undo } from '../../core/undo';
import { KeyCap } from '../../ui/key-cap';
import { QuotedWords } from '../../ui/quoted-words';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import type { Entry } from './session';
import { TriageSession } from './triage-session';

const NEWEST = 7;
const LESSONS = 4;

const ICONS = {
  kept: 'check',
  chosen: 'person_check',
  corrected: 'person_check',
  skipped: 'skip_next',
  duplicate: 'file_copy',
  failed: 'error',
  overtaken: 'skip_next',
} as const;

/** What was done in this session, the newest last, the way back, and what the desk learns from the corrections. */
@Component({
  selector: 'desk-triage-log',
  imports: [KeyCap, MatButton, MatIcon, QuotedWords],
  templateUrl: './triage-log.html',
  styleUrl: './triage-log.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageLog {
  private readonly names = inject(TicketNames);
  private readonly session = inject(TriageSession);
  protected readonly undo = inject(Undo);

  protected readonly count = computed(() => this.session.entries().length);
  protected readonly lines = computed(() =>
    this.session
      .entries()
      .slice(-NEWEST)
      .map((entry) => this.line(entry)),
  );
  /** Each correction of a category, by the words that had decided otherwise. */
  protected readonly lessons = computed(() =>
    this.session
      .entries()
      .flatMap(({ ticket, values, instead, words }) =>
        values && instead !== null && words.length > 0
          ? [{ id: ticket.id, words, now: this.names.category(values.category), before: this.names.category(instead) }]
          : [],
      )
      .slice(-LESSONS),
  );

  private line(entry: Entry) {
    const { ticket, outcome, values, instead } = entry;
    return {
      id: ticket.id,
      title: ticket.title,
      icon: ICONS[outcome],
      outcome,
      words: this.words(entry),
      from: instead === null ? null : this.names.category(instead),
      to: values && this.names.category(values.category),
    };
  }

  private words({ outcome, values, original }: Entry): string {
    if (outcome === 'skipped') return 'Skipped, stays in the queue';
    if (outcome === 'failed') return 'Not saved, stays in the queue';
    if (outcome === 'overtaken') return 'Sorted by somebody else';
    if (outcome === 'duplicate') return `Closed for #${original ?? ''}`;
    return values ? `${this.names.category(values.category)}, ${PRIORITY_LABELS[values.priority]}` : '';
  }
}
