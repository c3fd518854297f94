import type { DemoEvent } from './demo-history.ts';
import { fillIn } from './demo-letter.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoLanguage } from './demo-scenario.ts';
import { ADDITIONS, ADDRESSES, NOTES, PROMISES, SETTLED, THANKS } from './demo-talk.ts';

const MINUTE = 60_000;

/** So often a matter is settled by telephone alone, or by the answer that resolves it; else the customer thanks for it before. */
const BY_TELEPHONE = 0.08;
const AT_ONCE = 0.5;
/** So often somebody writes a note, and who works on something says so before knowing more. */
const NOTED = 0.18;
const PROMISED = 0.75;
/** So often a customer who waits adds something. */
const ADDED = 0.6;

/** What the talk of one ticket is made of. */
interface Talk {
  readonly language: DemoLanguage;
  readonly fact: (slot: string) => string;
  /** Without a greeting, with slots filled in. */
  readonly answer: string;
  readonly now: Date;
}

type Said = Omit<DemoEvent, 'version'>;

/**
 * Tells what was said between the events of a ticket, which keep their order and are numbered anew: each message is a version
 * too. Whoever works on the ticket answers; of a ticket that nobody has begun with, nothing is said.
 */
export function tellConversation(events: readonly DemoEvent[], talk: Talk, random: DemoRandom): DemoEvent[] {
  // Drawn always, so that a ticket that is a day older changes no other.
  const [course, moment, noted, wording] = [random.next(), random.next(), random.next(), random.next()];
  const resolved = events.find(leadsTo('resolved'));
  const begun = events.find(leadsTo('in_progress')) ?? (resolved ? events[0] : undefined);
  const worker = (resolved ?? begun)?.actor ?? null;
  if (!begun || worker === null) return [...events];

  const from = begun.at.getTime();
  const gap = (resolved?.at ?? talk.now).getTime() - from;
  const at = (after: number) => new Date(from + Math.round(after));
  const soon = at(Math.min(gap * 0.3, (5 + 20 * moment) * MINUTE));
  const later = at(gap * (0.5 + 0.4 * moment));
  const filled = (wordings: readonly string[]) =>
    fillIn(wordings[Math.floor(wording * wordings.length)] ?? '', talk.fact, 0);
  const greeting = fillIn(ADDRESSES[talk.language], talk.fact, 0);
  const replied = (when: Date, text: string): Said => said(when, worker, 'reply', `${greeting}\n\n${text}`);
  const customer = (wordings: readonly string[]): Said => said(later, null, 'incoming', filled(wordings));

  const messages: Said[] = [];
  if (noted < NOTED) messages.push(said(at(Math.min(gap * 0.1, 4 * MINUTE)), worker, 'note', filled(NOTES)));
  if (!resolved) {
    if (course < PROMISED) messages.push(replied(soon, filled(PROMISES[talk.language])));
    if (course < PROMISED * ADDED) messages.push(customer(ADDITIONS[talk.language]));
  } else if (course < BY_TELEPHONE) {
    messages.push(said(later, worker, 'note', fillIn(SETTLED, talk.fact, 0)));
  } else if (course < AT_ONCE) {
    // It leaves after ten seconds, and then the ticket is resolved.
    messages.push(replied(at(gap - Math.min(gap / 2, 10_000)), talk.answer));
  } else {
    messages.push(replied(soon, talk.answer), customer(THANKS[talk.language]));
  }
  return [...events, ...messages]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((event, index) => ({ ...event, version: index + 1 }));
}

function leadsTo(status: string): (event: DemoEvent) => boolean {
  return ({ changes }) => changes.some(({ field, to }) => field === 'status' && to === status);
}

function said(at: Date, actor: number | null, kind: 'reply' | 'note' | 'incoming', text: string): Said {
  return { kind: 'message', at, actor, changes: [], message: { kind, text } };
}
