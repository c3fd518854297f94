import type { Ticket, TicketFilter } from '../../api/model';
import { aTicket } from '../testing/tickets';
import { NAMES } from '../testing/people';
import { leavingWords } from './leaving-words';

describe('why a ticket leaves the list', () => {
  it.each<[Partial<Ticket>, TicketFilter, string | null]>([
    [{}, {}, null],
    [{ status: 'open' }, { status: ['open'] }, null],
    [{ status: 'resolved' }, { status: ['open'] }, 'Resolved'],
    [{ status: 'closed' }, { status: ['open'] }, 'Closed'],
    [{ status: 'in_progress' }, { status: ['open'] }, 'Taken into work'],
    [{ status: 'open' }, { status: ['closed'] }, 'Reopened'],
    [{ priority: 'low' }, { priority: ['critical'] }, 'Priority set to low'],
    [{ category: 'account' }, { category: ['billing'] }, 'Moved to Account'],
    [{ assignee: 1 }, { assignee: ['me'] }, null],
    [{ assignee: null }, { assignee: ['me'] }, 'Unassigned'],
    [{ assignee: 3 }, { assignee: ['me', 'none'] }, 'Assigned to Jonas Weber'],
    [{ assignee: 1 }, { assignee: ['none'] }, 'Assigned to you'],
    [{}, { triage: 'pending' }, 'Sorted'],
    [{ triage: 'pending' }, { triage: 'pending' }, null],
    [{ triage: 'pending' }, { category: ['billing'] }, 'Waits to be sorted'],
    [{ status: 'closed', priority: 'low' }, { status: ['open'], priority: ['high'] }, 'Closed'],
  ])('%j in a list of %j: %s', (values, filter, words) => {
    expect(leavingWords(aTicket(1, values), filter, NAMES)).toBe(words);
  });
});
