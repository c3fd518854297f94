import { type TicketFilter, splitFilter } from './ticket-filter.ts';

const categories = ['billing', 'technical'];
const created = { by: 'createdAt' } as const;
const changed = { by: 'updatedAt' } as const;

describe('splitFilter, by the time of writing', () => {
  it.each<[string, TicketFilter, number]>([
    ['no filter is one cell', {}, 1],
    ['one value is one cell', { status: ['open'] }, 1],
    ['any of two values is two cells', { priority: ['high', 'critical'] }, 2],
    ['two fields spell out the third', { status: ['open'], priority: ['high'] }, 2],
    ['status and category spell out the priorities', { status: ['open'], category: ['billing'] }, 4],
    ['three fields multiply', { status: ['open', 'closed'], category: ['billing'], priority: ['low', 'high'] }, 4],
    ['an assignee spells out the statuses', { assignee: [7] }, 4],
    ['nobody and a person with one status are two cells', { assignee: [null, 7], status: ['open'] }, 2],
  ])('%s', (_, filter, count) => {
    expect(splitFilter(filter, created, categories).cells).toHaveLength(count);
  });

  it('names the values of each cell, and leaves nothing to check', () => {
    expect(splitFilter({ status: ['open'], priority: ['high'] }, created, categories)).toEqual({
      cells: [
        { status: 'open', category: 'billing', priority: 'high' },
        { status: 'open', category: 'technical', priority: 'high' },
      ],
      rest: {},
    });
  });

  it('leaves to check what the index over people does not hold', () => {
    const filter: TicketFilter = { assignee: [null], status: ['open'], category: ['billing'], priority: ['low'] };
    expect(splitFilter(filter, created, categories)).toEqual({
      cells: [{ assignee: null, status: 'open' }],
      rest: { category: ['billing'], priority: ['low'] },
    });
  });
});

it.each([created, changed])('splitFilter leaves given tickets in one cell, and all else to check: %j', (order) => {
  const filter: TicketFilter = { id: [1, 2], status: ['open'], assignee: [null], priority: ['low', 'high'] };
  expect(splitFilter(filter, order, categories)).toEqual({ cells: [{}], rest: filter });
});

describe('splitFilter, by the time of the last change', () => {
  it.each<[TicketFilter, object]>([
    [{}, { cells: [{}], rest: {} }],
    [
      { status: ['open', 'closed'], category: ['billing'] },
      { cells: [{ status: 'open' }, { status: 'closed' }], rest: { category: ['billing'] } },
    ],
    [{ priority: ['low'] }, { cells: [{}], rest: { priority: ['low'] } }],
    [
      { assignee: [7], status: ['open'] },
      { cells: [{ assignee: 7, status: 'open' }], rest: {} },
    ],
  ])('splits %j', (filter, split) => {
    expect(splitFilter(filter, changed, categories)).toEqual(split);
  });
});
