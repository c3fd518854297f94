import type { Ticket, TicketFilter } from '../../api/model';
import { aTicket } from '../testing/tickets';
import { matches } from './filter-match';

const ticket: Ticket = aTicket(12, {
  title: 'Refund for the café in Kraków',
  description: 'Charged twice.\nError E-101, please help',
  category: 'billing',
  priority: 'high',
  assignee: 3,
});

describe('a ticket written just now', () => {
  it.each<[string, TicketFilter, boolean]>([
    ['nothing', {}, true],
    ['its own values', { status: ['open'], priority: ['high'], category: ['billing'] }, true],
    ['one of several values', { status: ['open', 'closed'] }, true],
    ['another status', { status: ['closed'] }, false],
    ['another priority', { priority: ['low'] }, false],
    ['another category', { category: ['account'] }, false],
    ['its assignee', { assignee: ['3'] }, true],
    ['one of several assignees', { assignee: ['none', '3'] }, true],
    ['another assignee', { assignee: ['me', 'none', '2'] }, false],
    ['a word', { search: 'refund' }, true],
    ['the start of a word', { search: 'refu' }, true],
    ['the middle of a word', { search: 'fund' }, false],
    ['words in any order, in title and description', { search: 'twice REFUND' }, true],
    ['a word without its accents', { search: 'krakow cafe' }, true],
    ['a word that is missing', { search: 'refund invoice' }, false],
    ['a phrase', { search: '"charged twice"' }, true],
    ['a phrase across a line break', { search: '"twice. error"' }, true],
    ['a phrase in another order', { search: '"twice charged"' }, false],
    ['signs', { search: 'E-101' }, true],
    ['its number', { search: '#12' }, true],
    ['another number', { search: '#1' }, false],
  ])('is compared with %s', (_, filter, expected) => {
    expect(matches(ticket, filter, 1)).toBe(expected);
  });

  it.each<[number | null, 'me' | 'none' | '2', boolean]>([
    [2, 'me', true],
    [3, 'me', false],
    [null, 'me', false],
    [null, 'none', true],
    [2, 'none', false],
    [2, '2', true],
  ])('assigned to %s is compared with "%s" as person 2 reads it', (assignee, wanted, expected) => {
    expect(matches(aTicket(12, { assignee }), { assignee: [wanted] }, 2)).toBe(expected);
  });

  it('belongs to nobody who is not signed in', () => {
    expect(matches(aTicket(12), { assignee: ['me'] }, null)).toBe(false);
  });
});
