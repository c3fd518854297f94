import { createHash } from 'node:crypto';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { DecidedTicket } from '../domain/decided-ticket.ts';
import type { Starter } from '../domain/starter.ts';
import everyday from './everyday.json' with { type: 'json' };
import formal from './formal.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };
import terse from './terse.json' with { type: 'json' };
import urgency from './urgency.json' with { type: 'json' };

/** A ticket as the files hold it. */
interface Line {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: string;
}

/** The lines by the manner in which they are written, so that what was learned from some can be tried on others. */
export const STARTER_STYLES: Readonly<Record<string, readonly DecidedTicket[]>> = {
  everyday: everyday.map(ticketOf),
  formal: formal.map(ticketOf),
  terse: terse.map(ticketOf),
};

/** What is shipped with the desk, written for it: tickets of many kinds of companies, terms of each category, and urgency. */
export const STARTER: Starter = {
  version: createHash('sha256')
    .update(JSON.stringify([everyday, formal, terse, terms, urgency]))
    .digest('hex')
    .slice(0, 8),
  tickets: Object.values(STARTER_STYLES).flat(),
  terms,
  urgency,
};

function ticketOf({ title, description, category, priority }: Line): DecidedTicket {
  if (!isPriority(priority)) throw new Error(`The starter holds the priority “${priority}”`);
  return { text: { title, description }, category, priority };
}

function isPriority(text: string): text is TicketPriority {
  return (TICKET_PRIORITIES as readonly string[]).includes(text);
}
