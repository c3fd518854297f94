import { writtenValues } from './written-values';

const FILLED_IN = { category: 'general', priority: 'medium' } as const;

describe('what a waiting ticket was written with', () => {
  it.each([
    ['nothing', { category: 'general', priority: 'medium' }, FILLED_IN, { category: null, priority: null }],
    ['a priority', { category: 'general', priority: 'high' }, FILLED_IN, { category: null, priority: 'high' }],
    ['a category', { category: 'billing', priority: 'medium' }, FILLED_IN, { category: 'billing', priority: null }],
    [
      'nothing, where the desk fills in another category',
      { category: 'billing', priority: 'medium' },
      { ...FILLED_IN, category: 'billing' },
      { category: null, priority: null },
    ],
    [
      'nobody knows, before it is known what is filled in',
      { category: 'billing', priority: 'low' },
      undefined,
      { category: null, priority: null },
    ],
  ] as const)('%s', (_, ticket, filledIn, written) => {
    expect(writtenValues(ticket, filledIn)).toEqual(written);
  });
});
