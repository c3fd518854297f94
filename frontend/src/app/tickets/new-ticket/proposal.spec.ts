import { UNAIDED, proposals, standIn } from './proposal';
import { abstention, hiddenSuggestion, noSuggestion, suggestion, twoOptions } from './testing/suggestion';

describe('what a suggestion proposes', () => {
  it('is a value, a confidence with its record, and reasons for each field', () => {
    expect(proposals(suggestion())).toEqual({
      category: {
        value: 'billing',
        options: ['billing'],
        confidence: 0.58,
        record: { right: 170, of: 212 },
        firstGuess: false,
        reasons: ['invoices', 'unpaid'],
        optionReasons: new Map(),
        from: 'desk',
      },
      priority: {
        value: 'high',
        options: ['high'],
        confidence: 0.91,
        record: null,
        firstGuess: false,
        reasons: ['every customer'],
        optionReasons: new Map(),
        from: 'desk',
      },
    });
  });

  it('is a first guess without a number while nothing has been measured', () => {
    const { category, priority } = proposals(suggestion({ measured: false }));

    expect(category).toMatchObject({ value: 'billing', confidence: null, record: null, firstGuess: true });
    expect(priority).toMatchObject({ value: 'high', confidence: null, firstGuess: true });
  });

  it('is no value but two to choose from where one alone would be a coin toss', () => {
    const { category, priority } = proposals(twoOptions());

    expect(category).toMatchObject({ value: '', options: ['billing', 'technical'], confidence: null, from: 'desk' });
    expect(priority).toMatchObject({ value: 'high', from: 'desk' });
  });

  it('has words for each of two, and those of both together', () => {
    const { category, priority } = proposals(twoOptions());

    expect([...category.optionReasons]).toEqual([
      ['billing', ['invoices', 'unpaid']],
      ['technical', ['webhooks']],
    ]);
    expect(category.reasons).toEqual(['invoices', 'unpaid', 'webhooks']);
    expect(priority.optionReasons.size).toBe(0);
    expect(proposals({ ...twoOptions(), option_reasons: [] }).category.reasons).toEqual(['invoices', 'unpaid']);
  });

  it('is nothing of the category where the desk abstains, and a default priority where that cannot be learned', () => {
    expect(proposals(abstention('unknown_words'))).toEqual({ category: UNAIDED, priority: standIn('medium') });
  });

  it('is the priority alone where only the category is not known', () => {
    const urgent = abstention('too_close', {
      suggested_priority: 'critical',
      options: { category: [], priority: ['critical'] },
    });

    expect(proposals(urgent).priority).toMatchObject({ value: 'critical', from: 'desk' });
  });

  it('is nothing at all where the desk keeps it to itself', () => {
    expect(proposals(hiddenSuggestion())).toEqual({ category: UNAIDED, priority: UNAIDED });
  });

  it('is a default where the model gave no answer', () => {
    expect(proposals(noSuggestion('It was unavailable.'))).toEqual({
      category: standIn('general'),
      priority: standIn('medium'),
    });
  });
});
