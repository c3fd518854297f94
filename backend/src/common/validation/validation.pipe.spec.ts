import { Allow, ValidateBy, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ValidationFailed } from '../problems/domain-error.ts';
import { validationPipe } from './validation.pipe.ts';

let checks = 0;
const Counted = () => ValidateBy({ name: 'counted', validator: { validate: () => ++checks > 0 } }, { each: true });

class Inner {
  @Counted()
  value?: unknown;
}

class Outer {
  @Counted()
  list?: unknown[];

  @ValidateNested({ each: true })
  @Type(() => Inner)
  inner?: Inner[];

  @Allow()
  anything?: unknown;
}

const check = (type: 'body' | 'query' | 'param', value: unknown) =>
  validationPipe().transform(value, { type, metatype: Outer });
const many = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const wide = (count: number) => Object.fromEntries(many(count).map((n) => [`field${String(n)}`, n]));
const deep = (depth: number): unknown => (depth === 0 ? {} : { a: deep(depth - 1) });

describe('what is too large to be looked at', () => {
  beforeEach(() => {
    checks = 0;
  });

  it.each<[string, 'body' | 'query' | 'param', unknown, string]>([
    ['fields', 'body', { list: [1], ...wide(30_000) }, 'too_many_fields'],
    ['fields of a query', 'query', { list: [1], ...wide(101) }, 'too_many_fields'],
    ['fields further in', 'body', { list: [1], anything: [wide(50), wide(50)] }, 'too_many_fields'],
    ['items', 'body', { list: many(130_000) }, 'too_many_items'],
    ['items of a query', 'query', { list: many(2_001) }, 'too_many_items'],
    ['objects', 'body', { inner: many(2_001).map(() => ({})) }, 'too_many_items'],
    ['a list in place of an object', 'body', many(2_001), 'too_many_items'],
    ['levels', 'body', { list: [1], anything: deep(16) }, 'nested_too_deeply'],
  ])('is refused before a single value is checked: %s', async (_, type, value, code) => {
    const refusal: unknown = await check(type, value).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ValidationFailed);
    expect((refusal as ValidationFailed).errors).toEqual([{ field: type, code, message: expect.any(String) }]);
    expect(checks).toBe(0);
  });

  it('is more than an honest body has, of which every value is checked once', async () => {
    await check('body', { list: many(1_000), anything: deep(10) });
    expect(checks).toBe(1_000);
  });
});
