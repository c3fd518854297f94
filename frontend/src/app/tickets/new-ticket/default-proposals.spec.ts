import type { Category } from '../../api/model';
import { defaultProposals } from './default-proposals';
import { standIn } from './proposal';

function category(key: string, position: number): Category {
  return { key, label: key, description: '', position, active: true, merged_into: null };
}

describe('what stands in for a judgement', () => {
  it.each([
    ['general, as long as it is in use', [category('billing', 0), category('general', 1)], 'general'],
    ['the first in use without it', [category('technical', 2), category('billing', 1)], 'billing'],
    ['general while the categories are not known', [], 'general'],
  ])('is %s', (_, active, expected) => {
    const { category, priority } = defaultProposals(active);

    expect(category).toEqual(standIn(expected));
    expect(priority).toEqual(standIn('medium'));
  });
});
