import type { TicketFilter } from '../../api/model';
import { filterSentence, noMatchHeading } from './filter-words';

const label = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

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
  ])('%j', (filter, heading, sentence) => {
    expect(noMatchHeading(filter)).toBe(heading);
    expect(filterSentence(filter, label)).toBe(sentence);
  });
});
