import fc from 'fast-check';
import { CATEGORY_KEY, keyFor } from './category-key.ts';

describe('the key of a new category', () => {
  it.each([
    ['Billing', [], 'billing'],
    ['Hardware & Printers', [], 'hardware_printers'],
    ['  Über-Café  ', [], 'uber_cafe'],
    ['2nd level', [], 'category_2nd_level'],
    ['請求', [], 'category'],
    ['請求', ['category'], 'category_2'],
    ['Billing!', ['billing', 'billing_2'], 'billing_3'],
    ['x'.repeat(80), ['x'.repeat(50)], `${'x'.repeat(48)}_2`],
  ])('of “%s” beside %j is %s', (label, taken, key) => {
    expect(keyFor(label, taken)).toBe(key);
  });

  it('is always one that the database takes, and that nobody has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('category', 'a', 'b')), (label, taken) => {
        const key = keyFor(label, taken);
        expect(key).toMatch(CATEGORY_KEY);
        expect(taken).not.toContain(key);
      }),
    );
  });
});
