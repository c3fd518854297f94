import { defaultCategory } from '../../categories/domain/default-category.ts';
import { defaultJudgement } from './default-judgement.ts';

function category(key: string, position: number) {
  return { key, label: key, description: '', position, active: true, mergedInto: null };
}

describe('the default category', () => {
  it.each([
    ['general when it is active', [category('billing', 1), category('general', 4)], 'general'],
    ['the first active one when general is retired', [category('billing', 1), category('account', 3)], 'billing'],
    ['the first by position, whatever the order', [category('account', 3), category('billing', 1)], 'billing'],
    ['general when everything is retired', [], 'general'],
  ])('is %s', (_, active, expected) => {
    expect(defaultCategory(active)).toBe(expected);
  });
});

describe('the default judgement', () => {
  it('claims nothing', () => {
    expect(defaultJudgement([category('general', 1)])).toEqual({
      category: 'general',
      priority: 'medium',
      confidence: { category: null, priority: null },
      reasons: { category: [], priority: [] },
    });
  });
});
