import type { Ticket } from './ticket.ts';
import { type TicketPatch, applyPatch } from './ticket-change.ts';

const now = new Date('2026-05-04T10:00:00.000Z');
const earlier = new Date('2026-05-01T08:00:00.000Z');
const open: Ticket = {
  id: 1,
  title: 'Charged twice',
  description: 'Two payments of 249.00 on one day.',
  category: 'billing',
  priority: 'high',
  status: 'open',
  createdAt: earlier,
  updatedAt: earlier,
  resolvedAt: null,
  version: 1,
};
const resolved: Ticket = { ...open, status: 'resolved', resolvedAt: earlier };

describe('applyPatch', () => {
  it.each<[string, Ticket, TicketPatch, object]>([
    [
      'starting work leaves it unresolved',
      open,
      { status: 'in_progress' },
      { status: 'in_progress', resolvedAt: null },
    ],
    ['resolving stamps the time', open, { status: 'resolved' }, { status: 'resolved', resolvedAt: now }],
    ['closing without resolving stamps the time too', open, { status: 'closed' }, { resolvedAt: now }],
    ['closing keeps the time of resolving', resolved, { status: 'closed' }, { status: 'closed', resolvedAt: earlier }],
    ['reopening wipes the time', resolved, { status: 'open' }, { status: 'open', resolvedAt: null }],
    ['a new category keeps the rest', open, { category: 'technical' }, { category: 'technical', priority: 'high' }],
    [
      'several fields at once',
      open,
      { category: 'account', priority: 'low' },
      { category: 'account', priority: 'low' },
    ],
  ])('%s', (_, ticket, patch, expected) => {
    expect(applyPatch(ticket, patch, now)).toMatchObject(expected);
  });

  it.each<[string, TicketPatch]>([
    ['nothing', {}],
    ['what already is', { status: 'open', category: 'billing', priority: 'high' }],
  ])('makes no change of a patch that says %s', (_, patch) => {
    expect(applyPatch(open, patch, now)).toBeNull();
  });
});
