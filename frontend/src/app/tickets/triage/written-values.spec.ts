import { writtenValues } from './written-values';

const GENERAL = { key: 'general' };
const BILLING = { key: 'billing' };

describe('what a waiting ticket was written with', () => {
  it.each([
    ['nothing', { category: 'general', priority: 'medium' }, [BILLING, GENERAL], { category: null, priority: null }],
    ['a priority', { category: 'general', priority: 'high' }, [BILLING, GENERAL], { category: null, priority: 'high' }],
    [
      'a category',
      { category: 'billing', priority: 'medium' },
      [BILLING, GENERAL],
      { category: 'billing', priority: null },
    ],
    [
      'nothing, where general is retired',
      { category: 'billing', priority: 'medium' },
      [BILLING],
      { category: null, priority: null },
    ],
    [
      'nobody knows which category, before the categories are there',
      { category: 'billing', priority: 'low' },
      [],
      { category: null, priority: 'low' },
    ],
  ] as const)('%s', (_, ticket, active, written) => {
    expect(writtenValues(ticket, active)).toEqual(written);
  });
});
