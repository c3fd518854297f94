import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import { NO_CHANGES } from '../domain/lexicon.ts';
import { comparedFit } from './compared-fit.ts';
import type { FitOrder } from './fit-order.ts';
import { fitInThread } from './fitting-thread.ts';

const ORDER: FitOrder = {
  categories: [
    { key: 'billing', label: 'Billing', description: 'Invoices' },
    { key: 'general', label: 'General', description: 'Anything else' },
  ],
  lexicon: NO_CHANGES,
  before: null,
};
const TICKETS = Array.from({ length: 6 }, (_, index): ConfirmedTicket => {
  const category = index % 2 === 0 ? 'billing' : 'general';
  const text = { title: `Ticket ${String(index)}`, description: `About ${category} of the desk` };
  return { id: index + 1, text, category, priority: 'low', isCorrection: false, decidedAt: new Date(0) };
});

async function* parts(): AsyncGenerator<ConfirmedTicket[]> {
  yield await Promise.resolve(TICKETS.slice(3));
  yield TICKETS.slice(0, 3);
}

/** Two whole fits, on a machine that may be busy. */
const TIME_TO_FIT_MS = 60_000;

const never = () => new AbortController().signal;

describe('a fit in a thread of its own', () => {
  it(
    'gives what it gives anywhere, in whatever order the tickets come',
    async () => {
      const { bytes, ...rest } = await fitInThread(parts(), ORDER, never());
      const { bytes: expected, ...others } = comparedFit(TICKETS, ORDER);
      expect(rest).toEqual(others);
      expect(Buffer.from(bytes).equals(Buffer.from(expected))).toBe(true);
    },
    TIME_TO_FIT_MS,
  );

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const fit = fitInThread(parts(), ORDER, stop.signal);
    stop.abort(new Error('The process stops'));
    await expect(fit).rejects.toThrow('The process stops');
    await expect(fitInThread(parts(), ORDER, stop.signal)).rejects.toThrow('The process stops');
  });

  it('fails with what reading the tickets fails with', async () => {
    async function* broken(): AsyncGenerator<ConfirmedTicket[]> {
      yield await Promise.reject(new Error('The database is away'));
    }
    await expect(fitInThread(broken(), ORDER, never())).rejects.toThrow('The database is away');
  });
});
