import { aTicket } from '../testing/tickets';
import { newestFirst } from './newest-first';

describe('the order of the list', () => {
  it.each([
    ['the later one', aTicket(2, { created_at: '2026-04-21T00:00:00.000Z' }), aTicket(9), true],
    ['the earlier one', aTicket(10, { created_at: '2026-04-19T00:00:00.000Z' }), aTicket(9), false],
    ['the higher number of the same moment', aTicket(10), aTicket(9), true],
    ['the lower number of the same moment', aTicket(8), aTicket(9), false],
  ])('goes by the time of creation, then by number: %s', (_, one, other, before) => {
    expect(newestFirst(one, other)).toBe(before);
  });
});
