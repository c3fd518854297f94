import type { Ticket, TicketSort } from '../../api/model';
import { aTicket } from '../testing/tickets';
import { comesBefore } from './ticket-views';

const at = (hour: string): Pick<Ticket, 'created_at' | 'updated_at'> => ({
  created_at: `2026-04-20T${hour}:00:00.000Z`,
  updated_at: `2026-04-20T${hour}:00:00.000Z`,
});
const OLD_HIGH = aTicket(1, { ...at('08'), updated_at: '2026-04-21T08:00:00.000Z', priority: 'high' });
const LOW = aTicket(2, { ...at('09'), priority: 'low' });
const NEW_HIGH = aTicket(3, { ...at('10'), priority: 'high' });
const CRITICAL = aTicket(4, { ...at('10'), priority: 'critical' });

describe('the orders of the list', () => {
  it.each<[TicketSort, number[]]>([
    ['newest', [4, 3, 2, 1]],
    ['oldest', [1, 2, 3, 4]],
    ['recently_changed', [1, 4, 3, 2]],
    ['most_urgent', [4, 1, 3, 2]],
  ])('%s', (sort, ids) => {
    const before = comesBefore(sort);
    const sorted = [LOW, NEW_HIGH, OLD_HIGH, CRITICAL].toSorted((one, other) => (before(one, other) ? -1 : 1));
    expect(sorted.map(({ id }) => id)).toEqual(ids);
  });
});
