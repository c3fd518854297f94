import { type TicketFilter, filterCells } from './ticket-filter.ts';

const categories = ['billing', 'technical'];

describe('filterCells', () => {
  it.each<[string, TicketFilter, number]>([
    ['no filter is one cell', {}, 1],
    ['one value is one cell', { status: ['open'] }, 1],
    ['any of two values is two cells', { priority: ['high', 'critical'] }, 2],
    ['two fields spell out the third', { status: ['open'], priority: ['high'] }, 2],
    ['status and category spell out the priorities', { status: ['open'], category: ['billing'] }, 4],
    ['three fields multiply', { status: ['open', 'closed'], category: ['billing'], priority: ['low', 'high'] }, 4],
  ])('%s', (_, filter, count) => {
    expect(filterCells(filter, categories)).toHaveLength(count);
  });

  it('names the values of each cell', () => {
    expect(filterCells({ status: ['open'], priority: ['high'] }, categories)).toEqual([
      { status: 'open', category: 'billing', priority: 'high' },
      { status: 'open', category: 'technical', priority: 'high' },
    ]);
  });
});
