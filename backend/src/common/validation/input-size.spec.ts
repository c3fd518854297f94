import { type InputSize, excessOf } from './input-size.ts';

const limits: InputSize = { fields: 4, items: 3, depth: 2 };
const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`field${String(n)}`, n]));

describe('the size of what comes in', () => {
  it.each<[string, unknown, keyof InputSize | null]>([
    ['a word', 'x', null],
    ['nothing', null, null],
    ['as many fields as may be', fields(4), null],
    ['a field too many', fields(5), 'fields'],
    ['fields of several objects, counted together', { a: { b: 1 }, c: { d: 1 } }, null],
    ['a field too many in one of several objects', { a: { b: 1 }, c: { d: 1, e: 1 } }, 'fields'],
    ['as many items as may be', [1, 2, 3], null],
    ['an item too many', [1, 2, 3, 4], 'items'],
    ['an item too many in one of several lists', { a: [1, 2], b: [3, 4] }, 'items'],
    ['empty objects in a list', [{}, {}, {}, {}], 'items'],
    ['as deep as may be', { a: [{ b: 1 }] }, null],
    ['a level too deep', { a: [{ b: [] }] }, 'depth'],
    ['the deepest of several', { a: 1, b: {}, c: [[[]]] }, 'depth'],
  ])('%s', (_, value, excess) => {
    expect(excessOf(value, limits)).toBe(excess);
  });

  it.each<[string, string, keyof InputSize]>([
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'depth'],
    ['long', `[${'0,'.repeat(100_000)}0]`, 'items'],
    ['wide', JSON.stringify(fields(30_000)), 'fields'],
  ])('is measured however %s it is', (_, json, excess) => {
    expect(excessOf(JSON.parse(json), { fields: 100, items: 2_000, depth: 16 })).toBe(excess);
  });

  it('is looked at no further than it may be', () => {
    let looks = 0;
    const counting: ProxyHandler<object> = {
      get: (target, key) => {
        looks++;
        return Reflect.get(target, key) as unknown;
      },
    };
    expect(excessOf(new Proxy(fields(1_000), counting), limits)).toBe('fields');
    expect(looks).toBe(limits.fields);
  });
});
