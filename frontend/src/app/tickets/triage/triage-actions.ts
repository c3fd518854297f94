import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { KeyCap } from '../../ui/key-cap';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { TriageChoice } from './triage-choice';
import { TriageSimilar } from './triage-similar';

/** What can be done with the ticket at hand: one action is filled, the others are quiet; each names its key. */
@Component({
  selector: 'desk-triage-actions',
  imports: [KeyCap, MatIcon],
  templateUrl: './triage-actions.html',
  styleUrl: './triage-actions.scss',
  host: { role: 'group', 'aria-label': 'What to do with it' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageActions {
  private readonly names = inject(TicketNames);
  protected readonly choice = inject(TriageChoice);
  protected readonly similar = inject(TriageSimilar);

  /** Digits choose where there is something to choose; letters act. */
  protected readonly proposed = computed(() => this.choice.mode() === 'proposed');
  protected readonly accepted = computed(() => {
    const category = this.names.category(this.choice.proposals().category.value);
    return `${category}, ${PRIORITY_LABELS[this.choice.priority()]}`;
  });
}
