import { filterFromParams, paramsFromFilter } from './filter-params';

const NOTHING = {
  status: undefined,
  priority: undefined,
  category: undefined,
  assignee: undefined,
  triage: undefined,
  search: undefined,
};

describe('the filter in the address', () => {
  it.each([
    ['nothing', {}, {}],
    ['several values', { status: 'open,in_progress' }, { status: ['open', 'in_progress'] }],
    ['repeated values', { priority: ['high', 'critical'] }, { priority: ['high', 'critical'] }],
    ['values in any order', { status: 'in_progress,open' }, { status: ['open', 'in_progress'] }],
    ['values twice and with spaces', { category: 'billing, billing,account' }, { category: ['billing', 'account'] }],
    ['values that do not exist', { status: 'lost', priority: 'urgent,low' }, { priority: ['low'] }],
    ['people', { assignee: '12,none,0,x,me,7,12' }, { assignee: ['me', 'none', '12', '7'] }],
    ['empty values', { status: '', category: ',', search: '  ' }, {}],
    ['those that nobody has sorted', { triage: 'pending' }, { triage: 'pending' }],
    ['a word for sorting that there is not', { triage: 'bogus' }, {}],
    ['words to search for', { search: ' refund "last month" ' }, { search: 'refund "last month"' }],
  ])('is read with %s', (_, params, filter) => {
    expect(filterFromParams({ ...NOTHING, ...params })).toEqual(filter);
  });

  it('is written so that it reads the same', () => {
    const filter = {
      status: ['open'],
      priority: ['low', 'high'],
      category: ['billing'],
      assignee: ['me', '12'],
      triage: 'pending',
      search: '#12',
    } as const;
    expect(filterFromParams({ ...paramsFromFilter(filter) })).toEqual(filter);
  });

  it('takes empty fields out of the address', () => {
    expect(paramsFromFilter({ status: [], search: '' })).toEqual({
      status: null,
      priority: null,
      category: null,
      assignee: null,
      triage: null,
      search: null,
    });
  });
});
