import { type Outcome, type Session, isDecided } from './session';

/** How a session goes. */
export interface SessionFigures {
  /** "9 kept, 1 corrected, 1 skipped"; '' before the first. */
  readonly counts: string;
  /** Seconds for each ticket, rounded; null before the first. */
  readonly pace: number | null;
  /** How many proposals were kept, of those that were one; null before the first. */
  readonly agreement: { readonly kept: number; readonly of: number } | null;
  /** How many tickets a person has sorted. */
  readonly sorted: number;
  /** How many of them the desk learns from; a duplicate says nothing of its own. */
  readonly taught: number;
  /** Minutes for what is left at this pace, at least 1; null when nothing is left or known. */
  readonly left: number | null;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  kept: 'kept',
  corrected: 'corrected',
  chosen: 'chosen',
  skipped: 'skipped',
  duplicate: 'duplicate',
  failed: 'not saved',
  overtaken: 'sorted by others',
};

export function sessionFigures({ tickets, entries, begunAt }: Session): SessionFigures {
  const count = (outcome: Outcome) => entries.filter((entry) => entry.outcome === outcome).length;
  const outcomes = Object.keys(WORDS) as Outcome[];
  const counts = outcomes
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${WORDS[outcome]}`)
    .join(', ');
  const seen = entries.filter(({ outcome }) => outcome !== 'overtaken');
  const last = seen.at(-1);
  const seconds = last ? (last.at - begunAt) / 1_000 / seen.length : null;
  const judged = count('kept') + count('corrected');
  const ahead = tickets.length - entries.length;
  return {
    counts,
    pace: seconds === null ? null : Math.round(seconds),
    agreement: judged === 0 ? null : { kept: count('kept'), of: judged },
    sorted: entries.filter(isDecided).length,
    taught: judged + count('chosen'),
    left: seconds === null || ahead === 0 ? null : Math.max(1, Math.round((seconds * ahead) / 60)),
  };
}
