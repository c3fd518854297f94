import type { SaidOfField } from '../../../learning/replay/replay-answer.ts';
import { type ReplayedPair, comparedIn } from '../../../learning/replay/replay-report.ts';
import { comparisonInWords } from '../../../learning/replay/replay-words.ts';
import { SUGGESTED_FIELDS, type SuggestedField } from '../../../suggestions/domain/suggested-field.ts';
import type { DifferingTicket, Measured, Outcome, PerSide, ReplayResult, ReplayTicket, SideName } from './replay.ts';

/** So many tickets on which both differ are shown for each field. */
const SHOWN = 10;

/** What is known besides the answers. */
export interface ReplayEnd {
  readonly gone: number;
  readonly stopped: string | null;
  readonly ofOtherWords: PerSide<boolean>;
}

/** The result of a replay from all that has come of its tickets. */
export function replayResult(
  tickets: readonly ReplayTicket[],
  { gone, stopped, ofOtherWords }: ReplayEnd,
): ReplayResult {
  const compared = tickets.flatMap((ticket) => pairOf(ticket) ?? []);
  const pairs = compared.map(({ pair }) => pair);
  const ofField = (field: SuggestedField) => {
    const comparison = comparedIn(field, pairs);
    return { ...comparison, words: comparisonInWords(comparison) };
  };
  const measured = (side: SideName): Measured => {
    const again = compared.filter(({ ticket }) => isMadeAgain(ticket[side])).length;
    return {
      as_it_stands: compared.length - again,
      made_again: again,
      of_other_words: again > 0 && ofOtherWords[side],
    };
  };
  return {
    ...{ compared: compared.length, gone, stopped },
    not_asked: tickets.filter(({ baseline, candidate }) => !baseline || !candidate).length - gone,
    failures: { baseline: failuresOf(tickets, 'baseline'), candidate: failuresOf(tickets, 'candidate') },
    measured: { baseline: measured('baseline'), candidate: measured('candidate') },
    ...{ category: ofField('category'), priority: ofField('priority') },
    differing: SUGGESTED_FIELDS.flatMap((field) => differingIn(field, compared)),
  };
}

interface Compared {
  readonly ticket: ReplayTicket;
  readonly pair: ReplayedPair;
}

function pairOf(ticket: ReplayTicket): Compared | null {
  const { baseline, candidate, category, priority } = ticket;
  if (!baseline || !candidate || 'failure' in baseline || 'failure' in candidate) return null;
  const answers = { baseline: baseline.answer, candidate: candidate.answer };
  return { ticket, pair: { decision: { category, priority }, ...answers } };
}

function isMadeAgain(outcome: Outcome | null): boolean {
  return outcome !== null && 'answer' in outcome && outcome.madeAgain;
}

function failuresOf(tickets: readonly ReplayTicket[], side: SideName): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { [side]: outcome } of tickets) {
    if (outcome && 'failure' in outcome) counts[outcome.failure] = (counts[outcome.failure] ?? 0) + 1;
  }
  return counts;
}

/** Those first on which one is right and the other is not. */
function differingIn(field: SuggestedField, compared: readonly Compared[]): DifferingTicket[] {
  const differing = compared.flatMap(({ ticket: { ticket }, pair }) => {
    const [decided, baseline, candidate] = [pair.decision[field], pair.baseline[field], pair.candidate[field]];
    return isSame(baseline, candidate) ? [] : [{ field, ticket, decided, baseline, candidate }];
  });
  const weight = ({ decided, baseline, candidate }: DifferingTicket): number =>
    (baseline.value === decided) === (candidate.value === decided) ? 1 : 0;
  return differing.toSorted((one, other) => weight(one) - weight(other) || other.ticket - one.ticket).slice(0, SHOWN);
}

function isSame(one: SaidOfField, other: SaidOfField): boolean {
  return one.value === other.value && one.options.join(' ') === other.options.join(' ');
}
