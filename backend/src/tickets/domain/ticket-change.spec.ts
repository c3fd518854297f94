import { type ChangeableTicket, type TicketEdit, revise } from './ticket-change.ts';

const now = new Date('2026-05-04T10:00:00.000Z');
const earlier = new Date('2026-05-01T08:00:00.000Z');
const later = new Date('2026-05-03T17:30:00.000Z');
const open: ChangeableTicket = {
  id: 1,
  title: 'Charged twice',
  description: 'Two payments of 249.00 on one day.',
  category: 'billing',
  priority: 'high',
  status: 'open',
  assignee: null,
  resolvedAt: null,
  closedAt: null,
  triage: null,
  duplicate_of: null,
  requester: null,
  version: 3,
};
const resolved: ChangeableTicket = { ...open, status: 'resolved', resolvedAt: earlier };
const closed: ChangeableTicket = { ...resolved, status: 'closed', closedAt: later };
const change = (field: string, from: unknown, to: unknown) => ({ field, from, to, suggested: null });

describe('revise', () => {
  it.each<[string, ChangeableTicket, TicketEdit, Date | null]>([
    ['starting work leaves it unresolved', open, { status: 'in_progress' }, null],
    ['resolving stamps the time', open, { status: 'resolved' }, now],
    ['closing without resolving stamps the time too', open, { status: 'closed' }, now],
    ['closing keeps the time of resolving', resolved, { status: 'closed' }, earlier],
    ['reopening wipes the time', resolved, { status: 'open' }, null],
    ['another field leaves the time alone', resolved, { priority: 'low' }, earlier],
  ])('%s', (_, ticket, edit, resolvedAt) => {
    expect(revise(ticket, edit, now)).toMatchObject({ id: 1, version: 3, resolvedAt });
  });

  it.each<[string, ChangeableTicket, TicketEdit, Date | null]>([
    ['resolving is no closing', open, { status: 'resolved' }, null],
    ['closing stamps the time', resolved, { status: 'closed' }, now],
    ['another field leaves the time alone', closed, { priority: 'low' }, later],
    ['going back to resolved wipes the time', closed, { status: 'resolved' }, null],
    ['reopening wipes the time', closed, { status: 'open' }, null],
  ])('knows since when a ticket is closed: %s', (_, ticket, edit, closedAt) => {
    expect(revise(ticket, edit, now)).toMatchObject({ closedAt });
  });

  it.each<[string, TicketEdit, object[]]>([
    ['a new category keeps the rest', { category: 'technical' }, [change('category', 'billing', 'technical')]],
    [
      'what already is does not count',
      { category: 'account', priority: 'high', assignee: null },
      [change('category', 'billing', 'account')],
    ],
    ['an assignee', { assignee: 7 }, [change('assignee', null, 7)]],
    [
      'the texts',
      { title: 'Paid twice', description: 'x' },
      [change('title', 'Charged twice', 'Paid twice'), change('description', open.description, 'x')],
    ],
  ])('tells of each field what it was and is: %s', (_, edit, changes) => {
    const revision = revise(open, edit, now);
    expect(revision?.changes).toEqual(changes);
    expect(Object.keys(revision?.fields ?? {})).toEqual(changes.map((told) => (told as { field: string }).field));
  });

  it('tells that nobody works on it any more', () => {
    expect(revise({ ...open, assignee: 7 }, { assignee: null }, now)?.fields).toEqual({ assignee: null });
  });

  it.each<[string, TicketEdit]>([
    ['nothing', {}],
    ['what already is', { status: 'open', category: 'billing', priority: 'high', assignee: null }],
  ])('makes no revision of an edit that says %s', (_, edit) => {
    expect(revise(open, edit, now)).toBeNull();
  });
});
