import type { Ticket, TicketFilter } from '../../api/model';
import { aTicket } from '../testing/tickets';
import { matchesFields } from './filter-match';

const ticket: Ticket = aTicket(12, {
  category: 'billing',
  priority: 'high',
  assignee: 3,
});

describe('the values of a ticket', () => {
  it.each<[string, TicketFilter, boolean]>([
    ['nothing', {}, true],
    ['its own values', { status: ['open'], priority: ['high'], category: ['billing'] }, true],
    ['one of several values', { status: ['open', 'closed'] }, true],
    ['another status', { status: ['closed'] }, false],
    ['another priority', { priority: ['low'] }, false],
    ['another category', { category: ['account'] }, false],
    ['its assignee', { assignee: ['3'] }, true],
    ['one of several assignees', { assignee: ['none', '3'] }, true],
    ['whatever a search finds', { search: 'words' }, true],
    ['those that wait to be sorted', { triage: 'pending' }, false],
    ['another assignee', { assignee: ['me', 'none', '2'] }, false],
  ])('are compared with %s', (_, filter, expected) => {
    expect(matchesFields(ticket, filter, 1)).toBe(expected);
  });

  it.each<[number | null, 'me' | 'none' | '2', boolean]>([
    [2, 'me', true],
    [3, 'me', false],
    [null, 'me', false],
    [null, 'none', true],
    [2, 'none', false],
    [2, '2', true],
  ])('assigned to %s are compared with "%s" as person 2 reads it', (assignee, wanted, expected) => {
    expect(matchesFields(aTicket(12, { assignee }), { assignee: [wanted] }, 2)).toBe(expected);
  });

  it('belong to nobody who is not signed in', () => {
    expect(matchesFields(aTicket(12), { assignee: ['me'] }, null)).toBe(false);
  });
});

it.each<[TicketFilter, boolean]>([
  [{}, true],
  [{ triage: 'pending' }, true],
  [{ triage: 'pending', category: ['billing'] }, true],
  [{ category: ['billing'] }, false],
  [{ priority: ['high'] }, false],
])('a ticket that nobody has sorted is found by %j: %s', (filter, matches) => {
  expect(matchesFields({ ...ticket, triage: 'pending' }, filter, 1)).toBe(matches);
});

it.each([
  [4, true],
  [2, false],
  [null, false],
])('tickets of somebody who has left are those of %s: %s', (assignee, matches) => {
  const hasLeft = (person: number) => person === 4;
  expect(matchesFields(aTicket(1, { assignee }), { assignee: ['inactive'] }, 1, hasLeft)).toBe(matches);
});
