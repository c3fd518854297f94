import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Categories } from '../../api/categories';
import { confidenceWord } from '../../ui/confidence';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { FirstGuess } from '../../ui/first-guess';
import { KeyCap } from '../../ui/key-cap';
import { QuotedWords } from '../../ui/quoted-words';
import { Skeleton } from '../../ui/skeleton';
import { TrackRecord } from '../../ui/track-record';
import { ValueTag } from '../../ui/value-tag';
import { PRIORITY_LABELS, STATUS_LABELS, priorityOption } from '../../ui/vocabulary';
import { TicketChoices } from '../ticket-choices';
import type { Proposal } from '../new-ticket/proposal';
import { WordChips } from '../new-ticket/word-chips';
import { proposalWords } from './proposal-words';
import { TriageChoice } from './triage-choice';
import { TriagePicks } from './triage-picks';
import { TriageSimilar } from './triage-similar';

/** What the desk proposes for the ticket at hand, or the values to choose from, each with its digit. */
@Component({
  selector: 'desk-triage-proposal',
  imports: [
    ConfidenceMeter,
    FirstGuess,
    KeyCap,
    MatIcon,
    QuotedWords,
    Skeleton,
    TrackRecord,
    TriagePicks,
    ValueTag,
    WordChips,
  ],
  templateUrl: './triage-proposal.html',
  styleUrls: ['../new-ticket/card-head.scss', './triage-proposal.scss'],
  host: { role: 'group', 'aria-labelledby': 'triage-proposal', '[class.off]': 'words().off' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageProposal {
  private readonly categories = inject(Categories);
  private readonly choices = inject(TicketChoices);
  protected readonly choice = inject(TriageChoice);
  protected readonly similar = inject(TriageSimilar);
  protected readonly statusLabels = STATUS_LABELS;

  protected readonly category = computed(() => this.choice.proposals().category);
  protected readonly priority = computed(() => this.choice.proposals().priority);
  protected readonly words = computed(() =>
    proposalWords({ said: this.choice.said(), asked: this.choice.asked(), retired: this.choice.retired() }, (key) =>
      this.categories.label(key),
    ),
  );
  protected readonly proposed = computed(() => {
    const { value } = this.category();
    return this.choices.of('category').find((option) => option.value === value);
  });
  /** The values to choose from stand there with the words that speak for each. */
  protected readonly saidByPicks = computed(
    () => this.choice.mode() === 'category' && this.category().optionReasons.size > 0,
  );
  protected readonly priorityOption = computed(() => priorityOption(this.choice.priority()));
  protected readonly priorityMark = computed(() => {
    if (this.choice.priorityIsMine()) return 'Yours';
    if (this.priority().from === 'desk') return null;
    return this.choice.written().priority === null ? 'Default' : 'As written';
  });
  /** The category that somebody wrote the ticket with, beside what the desk proposes. */
  protected readonly written = computed(() => {
    const { category } = this.choice.written();
    return category === this.category().value
      ? undefined
      : this.choices.of('category').find(({ value }) => value === category);
  });
  protected readonly rather = computed(() => {
    const priority = this.choice.rather();
    return priority && PRIORITY_LABELS[priority];
  });

  /** How sure the desk is in a word, where there is no room for more. */
  protected sureness({ confidence, firstGuess }: Pick<Proposal<string>, 'confidence' | 'firstGuess'>): string {
    if (confidence !== null) return confidenceWord(confidence);
    return firstGuess ? 'A first guess' : '';
  }
}
