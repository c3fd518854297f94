import fc from 'fast-check';
import { judgementOf } from './judgement.ts';
import { SuggesterFailure } from './suggester-failure.ts';

const text = { title: 'Charged twice', description: 'Two payments on 18 April, nobody answers.' };
const categories = [{ key: 'billing' }, { key: 'general' }];
const good = {
  category: { value: 'billing', confidence: 0.9, reasons: ['charged twice'] },
  priority: { value: 'high', confidence: 0.4, reasons: ['nobody answers'] },
};

function reasonFor(answer: unknown): string {
  try {
    judgementOf(answer, text, categories);
    return 'none';
  } catch (error) {
    return error instanceof SuggesterFailure ? error.reason : String(error);
  }
}

describe('a judgement', () => {
  it('takes known values with their confidence and the excerpts that decided', () => {
    expect(judgementOf(good, text, categories)).toEqual({
      category: 'billing',
      priority: 'high',
      confidence: { category: 0.9, priority: 0.4 },
      reasons: { category: ['Charged twice'], priority: ['nobody answers'] },
    });
  });

  it.each([
    ['an unknown category', { ...good, category: { ...good.category, value: 'sales' } }, 'unknown_value'],
    ['an unknown priority', { ...good, priority: { ...good.priority, value: 'urgent' } }, 'unknown_value'],
    ['a retired category', { ...good, category: { ...good.category, value: 'technical' } }, 'unknown_value'],
    ['an empty category', { ...good, category: { ...good.category, value: '' } }, 'unknown_value'],
    ['no category', { priority: good.priority }, 'schema_mismatch'],
    ['no priority', { category: good.category }, 'schema_mismatch'],
    ['bare values', { category: 'billing', priority: 'high' }, 'schema_mismatch'],
    ['a number for a value', { ...good, category: { value: 1 } }, 'schema_mismatch'],
    ['a list of values', { ...good, category: { value: ['billing'] } }, 'schema_mismatch'],
    ['inherited properties', Object.create(good) as unknown, 'schema_mismatch'],
    ['null', null, 'schema_mismatch'],
    ['text', 'billing', 'schema_mismatch'],
    ['a list', [good], 'schema_mismatch'],
  ])('is not made of %s', (_, answer, reason) => {
    expect(reasonFor(answer)).toBe(reason);
  });

  it.each([
    ['values', { category: { value: 'Billing' }, priority: { value: ' HIGH\n' } }],
    ['quotes', { category: { value: '"billing"' }, priority: { value: ' `high`' } }],
    ['names', { Category: { VALUE: 'billing' }, PRIORITY: { Value: 'high' } }],
  ])('is one also with other letters or quotes: %s', (_, answer) => {
    expect(judgementOf(answer, text, categories)).toMatchObject({ category: 'billing', priority: 'high' });
  });

  it('keeps to the very letters where they fit', () => {
    const answer = { Category: { value: 'general' }, category: { value: 'Billing' }, priority: { value: 'high' } };
    expect(judgementOf(answer, text, [{ key: 'BILLING' }, { key: 'Billing' }]).category).toBe('Billing');
  });

  it.each([
    ['0', 0, 0],
    ['1', 1, 1],
    ['more than 1', 1.01, null],
    ['a percentage', 85, null],
    ['less than 0', -0.1, null],
    ['no number at all', Number.NaN, null],
    ['infinite', Infinity, null],
    ['text', '0.9', null],
    ['missing', undefined, null],
  ])('has a confidence only from 0 to 1: %s', (_, confidence, expected) => {
    const answer = { category: { ...good.category, confidence }, priority: { ...good.priority, confidence } };
    expect(judgementOf(answer, text, categories).confidence).toEqual({ category: expected, priority: expected });
  });

  it('ignores whatever else an answer says', () => {
    const answer = { ...good, source: 'default', notice: '<script>', category: { ...good.category, html: '<b>' } };
    expect(judgementOf(answer, text, categories)).toEqual(judgementOf(good, text, categories));
  });

  it('is a known category and priority, or a failure, for any JSON', () => {
    const value = fc.oneof(fc.constantFrom('billing', 'high', 'sales'), fc.jsonValue());
    const part = fc.oneof(fc.record({ value, confidence: fc.jsonValue(), reasons: fc.jsonValue() }), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.record({ category: part, priority: part }), fc.jsonValue()), (answer) => {
        expect(['none', 'unknown_value', 'schema_mismatch']).toContain(reasonFor(answer));
        if (reasonFor(answer) !== 'none') return;
        expect(['billing', 'general']).toContain(judgementOf(answer, text, categories).category);
      }),
    );
  });
});
