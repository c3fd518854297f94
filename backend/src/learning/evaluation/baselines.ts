import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { CategoryTerm, DecidedTicket } from '../domain/decided-ticket.ts';
import { figuresOf } from '../domain/metrics.ts';
import { plainText } from '../domain/plain-text.ts';
import { UrgencyLexicon, type UrgencyTerm, urgencyOf } from '../domain/urgency.ts';
import { Keywords } from './keywords.ts';

/** What somebody reaches who does the least that can be done. */
export interface Baseline {
  readonly accuracy: number;
  readonly macro_f1: number;
}

export interface Baselines {
  /** The value that occurs most, always. */
  readonly majority: Baseline;
  /** The value of which the text holds most keywords; without any, the one that occurs most. */
  readonly keywords: Baseline;
}

export function categoryBaselines(
  tickets: readonly DecidedTicket[],
  classes: readonly string[],
  terms: readonly CategoryTerm[],
): Baselines {
  const keywords = new Keywords(terms);
  return baselines(
    tickets.map(({ category }) => category),
    tickets.map((ticket) => byKeywords(ticket, keywords, classes)),
    classes,
  );
}

export function priorityBaselines(
  tickets: readonly (DecidedTicket & { readonly priority: TicketPriority })[],
  classes: readonly TicketPriority[],
  terms: readonly UrgencyTerm[],
): Baselines {
  const lexicon = new UrgencyLexicon(terms);
  return baselines(
    tickets.map(({ priority }) => priority),
    tickets.map((ticket) => byUrgency(ticket, lexicon)),
    classes,
  );
}

/** @param guesses by keywords; null where the text holds none. */
function baselines(
  truths: readonly string[],
  guesses: readonly (string | null)[],
  classes: readonly string[],
): Baselines {
  const most = commonest(truths);
  return {
    majority: baseline(
      truths,
      truths.map(() => most),
      classes,
    ),
    keywords: baseline(
      truths,
      guesses.map((guess) => guess ?? most),
      classes,
    ),
  };
}

function byKeywords({ text }: DecidedTicket, keywords: Keywords, classes: readonly string[]): string | null {
  const { title, body } = plainText(text);
  const found = keywords.hitsIn(`${title}\n${body}`);
  const hits = classes.map((name) => found.get(name) ?? 0);
  const top = Math.max(...hits);
  return top === 0 ? null : (classes[hits.indexOf(top)] ?? null);
}

function byUrgency({ text }: DecidedTicket, lexicon: UrgencyLexicon): TicketPriority {
  const { raises, lowers } = urgencyOf(lexicon.find(plainText(text)));
  const score = raises + lowers;
  if (score < 0) return 'low';
  if (score < 1) return 'medium';
  return score < 3 ? 'high' : 'critical';
}

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

function baseline(truths: readonly string[], answers: readonly string[], classes: readonly string[]): Baseline {
  const judged = truths.map((truth, at) => ({
    ...{ label: classes.indexOf(truth), answer: classes.indexOf(answers[at] ?? ''), probability: 1 },
  }));
  const { accuracy, macroF1 } = figuresOf(judged, classes.length);
  return { accuracy, macro_f1: macroF1 };
}
