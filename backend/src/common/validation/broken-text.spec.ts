import { brokenField } from './broken-text.ts';

describe('the field with half of a surrogate pair', () => {
  it.each([
    ['a text', '\ud800', 'body'],
    ['a field', { a: 'x', b: '\udfff' }, 'b'],
    ['a name', { '\ud800': 1 }, 'body'],
    ['a name further in', { a: { '\ud800': 1 } }, 'a'],
    ['an item of a list', { a: [{ b: ['x', 'y\ud83d'] }] }, 'a.0.b.1'],
    ['halves in the wrong order', { a: '\ude00\ud83d' }, 'a'],
  ])('is found in %s', (_, body, field) => {
    expect(brokenField(body)).toBe(field);
  });

  it.each([['😀'], [null], [7], [{ a: ['😀', null, true, { b: '' }] }]])('is not found in %j', (body) => {
    expect(brokenField(body)).toBeNull();
  });

  it('is found however deep it lies', () => {
    let body: unknown = '\ud800';
    for (let depth = 0; depth < 20_000; depth += 1) body = [body];
    expect(brokenField(body)).toMatch(/^0\.0/);
  });
});
