import type { TicketFilter } from '../../api/model';
import { countWords } from './count-words';

describe('the count of the list', () => {
  it.each<[number, boolean, TicketFilter, string]>([
    [0, true, {}, '0 tickets'],
    [1, true, {}, '1 ticket'],
    [309, true, { priority: ['high'] }, '309 tickets'],
    [9876, true, {}, '9,876 tickets'],
    [10_000, false, {}, '10,000+ tickets'],
    [309, true, { status: ['open', 'in_progress'] }, '309 unresolved'],
    [10_000, false, { status: ['open', 'in_progress'] }, '10,000+ unresolved'],
    [0, false, {}, 'looking for tickets'],
    [0, false, { status: ['open', 'in_progress'] }, 'looking for tickets'],
    [12, true, { triage: 'pending', status: ['open', 'in_progress'] }, '12 not sorted'],
    [4, true, { status: ['open'] }, '4 tickets'],
    [4, true, { status: ['open', 'closed'] }, '4 tickets'],
  ])('%d, exact: %s, %j reads "%s"', (count, exact, filter, words) => {
    expect(countWords(count, exact, filter)).toBe(words);
  });
});
