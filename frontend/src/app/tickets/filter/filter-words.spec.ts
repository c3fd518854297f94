import type { TicketFilter } from '../../api/model';
import { NAMES } from '../testing/people';
import { filterSentence, noMatchHeading } from './filter-words';

describe('the words for a filter that nothing matches', () => {
  it.each<[TicketFilter, string, string]>([
    [{ search: 'Zebra' }, 'No ticket matches your search', 'With “Zebra”.'],
    [{ status: ['open'] }, 'No ticket matches this filter', 'Open.'],
    [
      { status: ['open', 'in_progress'], priority: ['critical'] },
      'No ticket matches both filters',
      'Open or in progress, critical.',
    ],
    [
      { status: ['open'], category: ['billing', 'account', 'general'], search: 'VAT' },
      'No ticket matches all three filters',
      'Open, billing, account or general, with “VAT”.',
    ],
    [
      { status: ['open'], priority: ['low'], category: ['account'], search: 'x' },
      'No ticket matches all four filters',
      'Open, low, account, with “x”.',
    ],
    [
      { status: ['open', 'in_progress'], priority: ['critical'], category: ['account'], assignee: ['4'] },
      'No ticket matches all four filters',
      'Open or in progress, critical, account, assigned to Leo Marchetti.',
    ],
    [{ triage: 'pending' }, 'No ticket matches this filter', 'Not sorted yet.'],
    [
      { status: ['open'], triage: 'pending', assignee: ['me'] },
      'No ticket matches all three filters',
      'Open, not sorted yet, assigned to you.',
    ],
    [{ assignee: ['none'] }, 'No ticket matches this filter', 'Unassigned.'],
    [
      { status: ['open'], priority: ['low'], category: ['account'], assignee: ['me', 'none', '2'], search: 'x' },
      'No ticket matches all five filters',
      'Open, low, account, assigned to you, nobody or Mina Park, with “x”.',
    ],
  ])('%j', (filter, heading, sentence) => {
    expect(noMatchHeading(filter)).toBe(heading);
    expect(filterSentence(filter, NAMES)).toBe(sentence);
  });
});
