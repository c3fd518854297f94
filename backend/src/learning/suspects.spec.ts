import { join } from 'node:path';
import type { DecidedTicket } from './domain/decided-ticket.ts';
import { fitDeskModel } from './domain/desk-model-fit.ts';
import { drawn } from './evaluation/chance.ts';
import { labelledTickets } from './evaluation/labelled-tickets.ts';
import { languageLikeness } from './language-likeness.ts';
import { STARTER_CATEGORIES } from './starter/starter-categories.ts';
import { STARTER } from './starter/starter.ts';

/** Tickets that the starter was not written for. */
const TICKETS = ['customers', 'it-desk'].flatMap(
  (name) => labelledTickets(join(import.meta.dirname, `../../test/held-out/${name}.jsonl`), new Map()).tickets,
);
const keys = STARTER_CATEGORIES.map(({ key }) => key);

/** The same, every tenth of them, drawn by chance, filed under another category, and which these are. */
function misfiled(seed: number): { tickets: DecidedTicket[]; wrong: Set<number> } {
  const wrong = new Set(drawn([...TICKETS.keys()], seed).slice(0, Math.round(TICKETS.length / 10)));
  const tickets = TICKETS.map((ticket, at) => {
    if (!wrong.has(at)) return ticket;
    const others = keys.filter((key) => key !== ticket.category);
    return { ...ticket, category: others[(at + seed) % others.length] ?? ticket.category };
  });
  return { tickets, wrong };
}

describe('an audit of 400 tickets of which a tenth is misfiled', () => {
  it('finds mostly real errors, the first ones nearly without exception', () => {
    const { tickets, wrong } = misfiled(1);
    const options = { categories: STARTER_CATEGORIES, starter: STARTER, likenessOf: languageLikeness };
    const { suspects } = fitDeskModel(tickets, options);
    const errors = (among: number) => suspects.slice(0, among).filter(({ at }) => wrong.has(at)).length;
    expect(errors(10)).toBeGreaterThanOrEqual(9);
    expect(errors(20)).toBeGreaterThanOrEqual(15);
    expect(errors(50)).toBeGreaterThanOrEqual(20);
  });
});
