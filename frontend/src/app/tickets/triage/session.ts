import type { Priority, Ticket } from '../../api/model';
import type { Proposals } from '../new-ticket/proposal';

/** So many tickets are sorted in one go. */
export const SESSION_SIZE = 50;

/** What a ticket is sorted as. */
export interface Values {
  readonly category: string;
  readonly priority: Priority;
}

/**
 * What became of a ticket: as proposed (`kept`), otherwise (`corrected`), chosen where the desk proposed none or two
 * (`chosen`), left in the queue (`skipped`), closed for another one (`duplicate`), not saved (`failed`), or sorted by
 * somebody else meanwhile (`overtaken`).
 */
export type Outcome = 'kept' | 'corrected' | 'chosen' | 'skipped' | 'duplicate' | 'failed' | 'overtaken';

/** Those by which a person has decided. */
const DECIDED: readonly Outcome[] = ['kept', 'corrected', 'chosen', 'duplicate'];

export function isDecided({ outcome }: Pick<Entry, 'outcome'>): boolean {
  return DECIDED.includes(outcome);
}

/** One ticket that was dealt with. */
export interface Entry {
  readonly ticket: Ticket;
  readonly outcome: Outcome;
  /** What it was sorted as; null where it was not. */
  readonly values: Values | null;
  /** The category that was proposed and not taken; null where there was none. */
  readonly instead: string | null;
  /** The words that had decided for it. */
  readonly words: readonly string[];
  /** The ticket that it was closed for; null where it was not. */
  readonly original: number | null;
  /** When, in milliseconds. */
  readonly at: number;
}

/** Tickets one at a time: as many as there are entries are done, the next is at hand. */
export interface Session {
  readonly tickets: readonly Ticket[];
  readonly entries: readonly Entry[];
  /** When it began, in milliseconds. */
  readonly begunAt: number;
}

export function begin(tickets: readonly Ticket[], now: number): Session {
  return { tickets, entries: [], begunAt: now };
}

/** Goes on after it was left for so many milliseconds, as if no time had passed. */
export function resume(session: Session, pausedMs: number): Session {
  return {
    ...session,
    entries: session.entries.map((entry) => ({ ...entry, at: entry.at + pausedMs })),
    begunAt: session.begunAt + pausedMs,
  };
}

/** The ticket at hand; undefined when all are done. */
export function atHand({ tickets, entries }: Session): Ticket | undefined {
  return tickets[entries.length];
}

/** Those that come after it, as many as asked for. */
export function upcoming({ tickets, entries }: Session, count: number): readonly Ticket[] {
  return tickets.slice(entries.length + 1, entries.length + 1 + count);
}

export function add(session: Session, entry: Entry): Session {
  return { ...session, entries: [...session.entries, entry] };
}

/** The ticket is at hand again; one in the middle comes back next, after which the session goes on where it was. */
export function takeBack(session: Session, id: number): Session {
  const entries = session.entries.filter(({ ticket }) => ticket.id !== id);
  if (entries.length === session.entries.length) return session;
  const back = session.tickets.filter((ticket) => ticket.id === id);
  const done = entries.map(({ ticket }) => ticket);
  const ahead = session.tickets.filter((ticket) => ticket.id !== id && !done.some((one) => one.id === ticket.id));
  return { ...session, entries, tickets: [...done, ...back, ...ahead] };
}

/** It was not saved after all, for this reason. */
export function fail(session: Session, id: number, outcome: 'failed' | 'overtaken'): Session {
  const entries = session.entries.map((entry) =>
    entry.ticket.id === id ? { ...entry, outcome, values: null, instead: null, original: null } : entry,
  );
  return { ...session, entries };
}

/** What was decided, held against what was proposed. */
export function outcomeOf(
  values: Values,
  { category, priority }: Proposals,
): Pick<Entry, 'outcome' | 'instead' | 'words'> {
  const proposed = category.from === 'desk' ? category.value : '';
  const otherwise = proposed !== '' && proposed !== values.category;
  const otherPriority = priority.from === 'desk' && priority.value !== values.priority;
  if (otherwise) return { outcome: 'corrected', instead: proposed, words: category.reasons };
  if (proposed === '') return { outcome: 'chosen', instead: null, words: [] };
  return { outcome: otherPriority ? 'corrected' : 'kept', instead: null, words: [] };
}
