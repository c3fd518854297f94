import { isNestedDeeperThan } from './input-size.ts';

describe('nesting', () => {
  it.each([
    ['a word', 'x', 0],
    ['nothing', null, 0],
    ['an object', { a: 1 }, 0],
    ['a list in an object', { a: [1, 2] }, 1],
    ['the deepest of several', { a: 1, b: { c: 1 }, d: [{ e: [[]] }] }, 4],
  ])('of %s', (_, value, depth) => {
    expect(isNestedDeeperThan(depth, value)).toBe(false);
    expect(depth > 0 && isNestedDeeperThan(depth - 1, value)).toBe(depth > 0);
  });

  it('is measured however deep it is', () => {
    const body: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(isNestedDeeperThan(16, body)).toBe(true);
  });
});
