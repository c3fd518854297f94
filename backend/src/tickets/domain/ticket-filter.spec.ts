import { type TicketFilter, spellsOutCategories, splitFilter } from './ticket-filter.ts';

const categories = ['billing', 'technical'];
const created = { by: 'createdAt' } as const;
const changed = { by: 'updatedAt' } as const;
const urgent = { by: 'createdAt', byUrgency: true } as const;
const PRIORITIES = ['low', 'medium', 'high', 'critical'];

describe('splitFilter, by the time of writing', () => {
  it.each<[string, TicketFilter, number]>([
    ['no filter is one cell', {}, 1],
    ['one value is one cell', { status: ['open'] }, 1],
    ['any of two values is two cells', { priority: ['high', 'critical'] }, 2],
    ['two fields spell out the third', { status: ['open'], priority: ['high'] }, 2],
    ['status and category spell out the priorities', { status: ['open'], category: ['billing'] }, 4],
    ['three fields multiply', { status: ['open', 'closed'], category: ['billing'], priority: ['low', 'high'] }, 4],
    ['an assignee spells out the statuses and priorities', { assignee: [7] }, 16],
    [
      'nobody and a person with one status are two cells for each priority',
      { assignee: [null, 7], status: ['open'] },
      8,
    ],
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
      cells: [{ assignee: null, status: 'open', priority: 'low' }],
      rest: { category: ['billing'] },
    });
  });
});

it.each([created, changed, urgent])(
  'splitFilter leaves given tickets in one cell, and all else to check: %j',
  (order) => {
    const filter: TicketFilter = { id: [1, 2], status: ['open'], assignee: [null], priority: ['low', 'high'] };
    expect(splitFilter(filter, order, categories)).toEqual({ cells: [{}], rest: filter });
  },
);

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

describe('splitFilter, by urgency', () => {
  const unresolved: TicketFilter = { status: ['in_progress', 'open'] };

  it('leads the unresolved to their own index, one cell a priority', () => {
    const cells = PRIORITIES.map((priority) => ({ priority }));
    expect(splitFilter(unresolved, urgent, categories)).toEqual({ cells, rest: {}, unresolved: true });
    expect(splitFilter({ ...unresolved, priority: ['high'] }, urgent, categories)).toEqual({
      ...{ cells: [{ priority: 'high' }], rest: {}, unresolved: true },
    });
  });

  it.each<[string, TicketFilter, number]>([
    ['everything is one cell a priority', {}, 4],
    ['one status spells out categories and priorities', { status: ['open'] }, 8],
    ['the unresolved of a category are in the index over all three', { ...unresolved, category: ['billing'] }, 8],
    ['a person spells out statuses and priorities', { assignee: [7] }, 16],
    ['the unresolved of nobody', { ...unresolved, assignee: [null] }, 8],
    ['one priority is all there is', { priority: ['critical'] }, 1],
  ])('%s', (_, filter, count) => {
    const { cells, unresolved: partly } = splitFilter(filter, urgent, categories);
    expect(cells).toHaveLength(count);
    expect(cells.every(({ priority }) => priority)).toBe(true);
    expect(partly).toBeUndefined();
  });
});

describe('spellsOutCategories', () => {
  const FIELDS: { readonly [Field in keyof TicketFilter]-?: readonly TicketFilter[Field][] } = {
    id: [undefined, [1]],
    status: [undefined, ['open'], ['in_progress', 'open'], ['open', 'in_progress', 'resolved', 'closed']],
    category: [undefined, ['billing']],
    priority: [undefined, ['high'], ['low', 'high']],
    assignee: [undefined, [null, 7]],
    triage: [undefined, 'pending', 'sorted'],
  };
  const filters = Object.entries(FIELDS).reduce<TicketFilter[]>(
    (all, [field, values]) =>
      all.flatMap((filter) => values.map((value) => (value === undefined ? filter : { ...filter, [field]: value }))),
    [{}],
  );

  it('is true of just the filters that are split otherwise where there are other categories', () => {
    const takesKeys = (filter: TicketFilter) =>
      [created, changed, urgent].some((order) => {
        const [without, all] = [splitFilter(filter, order, []), splitFilter(filter, order, categories)];
        return JSON.stringify(without) !== JSON.stringify(all);
      });
    expect(filters.filter(spellsOutCategories)).toEqual(filters.filter(takesKeys));
    expect(filters.filter(takesKeys)).toContainEqual({ status: ['open'], priority: ['high'] });
  });
});
