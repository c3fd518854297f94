import { defaultCategory, defaultSuggestion } from './default-judgement.ts';

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

describe('the default suggestion', () => {
  it('claims nothing, tells why, and keeps what was asked and how long it took', () => {
    const asked = { model: 'm', promptVersion: '1', latencyMs: 12 };
    expect(defaultSuggestion('timeout', [category('general', 1)], asked)).toEqual({
      category: 'general',
      priority: 'medium',
      confidence: { category: null, priority: null },
      reasons: { category: [], priority: [] },
      source: 'default',
      model: 'm',
      promptVersion: '1',
      latencyMs: 12,
      failureReason: 'timeout',
      notice: 'The model took too long, so the defaults are filled in.',
    });
  });
});
