import { ValidationFailed } from './domain-error.ts';
import { problem } from './problem.ts';

const occurrence = { instance: '/api/tickets', requestId: 'one' };
const wrong = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ field: `f${String(n)}`, code: 'bad', message: `F${String(n)} is bad.` }));
const told = (count: number) => {
  const { message: detail, errors } = new ValidationFailed(wrong(count));
  return problem('validation_failed', { ...occurrence, detail, errors });
};

describe('a problem document', () => {
  it.each([1, 20])('tells all of %i errors', (count) => {
    const { detail, errors } = told(count);
    expect(errors).toEqual(wrong(count));
    expect(detail).toBe(
      wrong(count)
        .map(({ message }) => message)
        .join(' '),
    );
  });

  it.each([
    [21, 'F19 is bad. And 1 more.'],
    [29_000, 'F19 is bad. And 28,980 more.'],
  ])('tells the first of %i errors, and how many more there are', (count, end) => {
    const { detail, errors } = told(count);
    expect(errors).toEqual(wrong(20));
    expect(detail.endsWith(end)).toBe(true);
    expect(detail).toHaveLength(told(20).detail.length + end.length - 'F19 is bad.'.length);
  });

  it('repeats no more than the beginning of what was sent', () => {
    const long = '\u{1F600}'.repeat(50_000);
    const errors = [{ field: long, code: 'unknown_field', message: `There is no field “${long}” here.` }];
    const document = problem('validation_failed', { ...occurrence, detail: long, errors });
    expect(JSON.stringify(document).length).toBeLessThan(6_000);
    expect(document.detail).toMatch(/^\u{1F600}+\ufffd?…$/u);
    expect(document.errors?.[0]?.message).toMatch(/^There is no field “\u{1F600}/u);
  });

  it('has no errors when none is told', () => {
    expect(problem('not_found', { ...occurrence, detail: 'Gone.' })).not.toHaveProperty('errors');
  });
});
