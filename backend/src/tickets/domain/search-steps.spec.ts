import { countingStep, stepsFor, weightOf } from './search-steps.ts';

const MILLION = 1_000_000;
const wanted = 21;

/** The steps as short words: `walk 400`, `index 0,1 up to 5000`. */
function steps(shares: readonly number[] | null, tickets = MILLION, isRead = false, isFirst = false): string[] {
  const outlook = shares && { tickets, shares };
  return stepsFor(outlook, { terms: shares?.length ?? 2, wanted, isRead, isFirst }).map((step) =>
    step.by === 'walk'
      ? `walk ${String(step.depth)}`
      : `index ${step.terms.join()} up to ${String(step.most ?? 'all')}`,
  );
}

describe('the steps of a search', () => {
  it.each([
    ['a frequent word', [0.5], ['walk 400', 'index 0 up to all']],
    ['two frequent words', [0.2, 0.3], ['walk 1200', 'index 0,1 up to all']],
    ['a word that is neither', [0.006], ['walk 4000', 'index 0 up to all']],
    ['a rare word', [0.001], ['index 0 up to 5000', 'walk 4000', 'index 0 up to all']],
    ['a rare word beside a frequent one', [0.6, 0.001], ['index 1 up to 5000', 'walk 4000', 'index 0,1 up to all']],
    [
      'two words of which neither helps alone',
      [0.01, 0.012],
      ['index 0,1 up to 5000', 'walk 4000', 'index 0,1 up to all'],
    ],
    ['what nobody has counted', null, ['walk 400', 'index 0,1 up to 5000', 'walk 4000', 'index 0,1 up to all']],
  ])('among a million tickets, for %s', (_, shares, expected) => {
    expect(steps(shares)).toEqual(expected);
  });

  it('ask the index of a small desk for what is walked for in a large one', () => {
    expect(steps([0.05])[0]).toBe('walk 1200');
    expect(steps([0.05], 2_000)[0]).toBe('index 0 up to 5000');
  });

  it('end with a part of the list where texts are read besides', () => {
    expect(steps([0.5, 0.5], MILLION, true)).toEqual(['walk 400', 'walk 4000']);
    expect(steps([0.5, 0.5], 10_000, true)).toEqual(['walk 400', 'index 0,1 up to 20000', 'walk 4000']);
    expect(steps([0.002, 0.9], 100_000_000, true)).toEqual(['walk 4000']);
    expect(steps([0.001], MILLION, true)).toEqual([
      'index 0 up to 5000',
      'walk 4000',
      'index 0 up to 20000',
      'walk 4000',
    ]);
  });
});

describe('the steps of a first page', () => {
  it.each([
    ['before half of all tickets are named', [0.5], ['walk 400', 'walk 1200']],
    ['before two frequent words are', [0.2, 0.3], ['walk 1200']],
    ['before two words that are neither', [0.03, 0.03], ['walk 1200']],
    ['after a walk that was deep enough', [0.006], ['walk 4000']],
    ['after what the index was asked for at little cost', [0.6, 0.001], ['index 1 up to 5000', 'walk 4000']],
  ])('end %s', (_, shares, expected) => {
    expect(steps(shares, MILLION, false, true)).toEqual(expected);
  });

  it.each([[[0.001]], [[0.01, 0.012]], [null]])('go to the end where that is not dear: %j', (shares) => {
    expect(steps(shares, MILLION, false, true)).toEqual(steps(shares));
  });

  it.each([
    ['of which the index names many', [0.01]],
    ['of which it names still more', [0.015]],
  ])('end after 4000 tickets where texts are read, for a phrase %s', (_, shares) => {
    expect(steps(shares, MILLION, true, true)).toEqual(['walk 4000']);
  });

  it('ask the index for a phrase where that is not dear, of which few documents are looked at', () => {
    expect(steps([0.004], MILLION, true, true)).toEqual(steps([0.004], MILLION, true));
    expect(steps([0.004], MILLION, false, true)).toEqual(['walk 1200']);
  });

  it('are those of all others on a desk of ten thousand tickets', () => {
    expect(steps([0.5, 0.5], 10_000, false, true)).toEqual(steps([0.5, 0.5], 10_000));
    expect(steps([0.5, 0.5], 10_000, true, true)).toEqual(steps([0.5, 0.5], 10_000, true));
  });
});

describe('a step', () => {
  it.each([
    ['dear', 'names half of all tickets', [0.5], { by: 'index', terms: [0], most: 1_000 }, false],
    ['light', 'names few', [0.5, 0.0005], { by: 'index', terms: [1], most: null }, false],
    ['heavy', 'names some more', [0.5, 0.001], { by: 'index', terms: [1], most: null }, false],
    ['dear', 'fetches many', [0.004], { by: 'index', terms: [0], most: 5_000 }, false],
    ['heavy', 'looks at as many documents', [0.004], { by: 'index', terms: [0], most: 5_000 }, true],
    ['dear', 'looks at many documents', [0.01], { by: 'index', terms: [0], most: 20_000 }, true],
    [
      'heavy',
      'asks for a phrase, whose words meet more often than by chance',
      [0.00001],
      { by: 'index', terms: [0], most: 5_000 },
      true,
    ],
    ['light', 'asks for a rare word', [0.00001], { by: 'index', terms: [0], most: 5_000 }, false],
    ['light', 'walks a little way', [0.5], { by: 'walk', depth: 1_200 }, false],
    ['heavy', 'walks far', [0.5], { by: 'walk', depth: 4_000 }, false],
  ] as const)('is %s when it %s: %j', (weight, _, shares, step, isRead) => {
    expect(weightOf(step, { tickets: MILLION, shares }, { isRead })).toBe(weight);
  });

  it('that asks for a phrase is light on a desk of ten thousand tickets', () => {
    const outlook = { tickets: 10_000, shares: [0.00001] };
    expect(weightOf({ by: 'index', terms: [0], most: 5_000 }, outlook, { isRead: true })).toBe('light');
  });

  it('through the index is light where nobody has counted words', () => {
    expect(weightOf({ by: 'index', terms: [0], most: 5_000 }, null, { isRead: true })).toBe('light');
  });
});

describe('counting what a search finds', () => {
  it.each([
    ['a frequent word, among the first', [0.5], { by: 'walk', depth: 4_000 }],
    ['a rarer word, through the index', [0.01], { by: 'index', terms: [0], most: 1_001 }],
    ['a rare word beside a frequent one, by the rare one', [0.5, 0.002], { by: 'index', terms: [1], most: 1_001 }],
  ])('looks for %s', (_, shares, step) => {
    expect(countingStep({ tickets: MILLION, shares }, shares.length)).toEqual(step);
  });

  it('asks the index where nobody has counted words', () => {
    expect(countingStep(null, 2)).toEqual({ by: 'index', terms: [0, 1], most: 1_001 });
  });
});
