import { thresholdsFrom } from './record.ts';
import { type Thresholds, verdictOf } from './verdict.ts';

const read = (...probabilities: number[]) => ({
  probabilities: Float64Array.from(probabilities),
  knownShare: 1,
  words: 20,
});
const NONE = { kind: 'none', reason: 'too_close' };
const OFTEN_WRONG = { kind: 'none', reason: 'often_wrong' };

/** What a model said of so many tickets that it had not learned from: of one in `wrongOf` it is sure, and wrong. */
const heldOut = (tickets: number, wrongOf: number) =>
  Array.from({ length: tickets }, (_, at) => ({
    scores: Float64Array.from([1, at % wrongOf === 0 ? 5 : 0, 0, 0]),
    label: 0,
    knownShare: 1,
  }));

describe('with a record', () => {
  const RECORD: Thresholds = { knownShare: 0.1, alone: 0.5, offered: 0.2, together: 0.7, onlyUnrivalled: true };

  it.each([
    ['one that is likely, where no other comes near', [0.7, 0.15, 0.15], { kind: 'one', classes: [0] }],
    [
      'one that is rather likely, however many others are hardly so',
      [0.52, 0.19, 0.17, 0.12],
      { kind: 'one', classes: [0] },
    ],
    ['two, where a second one comes near', [0.15, 0.6, 0.25], { kind: 'two', classes: [1, 2] }],
    [
      'two that are likely together, though a third is worth offering',
      [0.4, 0.35, 0.25],
      { kind: 'two', classes: [0, 1] },
    ],
    [
      'two, where one alone would be wrong rather than right',
      [0.49, 0.21, 0.15, 0.15],
      { kind: 'two', classes: [0, 1] },
    ],
    ['nothing, where not even two are likely together', [0.4, 0.25, 0.2, 0.15], NONE],
    ['nothing, where one stands out and is a guess all the same', [0.45, 0.19, 0.18, 0.18], OFTEN_WRONG],
    ['nothing, where not even one is more than a guess', [0.19, 0.18, 0.17, 0.16, 0.15, 0.15], OFTEN_WRONG],
  ])('it offers %s', (_, probabilities, verdict) => {
    expect(verdictOf(read(...probabilities), RECORD)).toEqual(verdict);
  });

  it('offers the likeliest alone where a desk is so often right that not even that is in the set', () => {
    expect(verdictOf(read(0.6, 0.3, 0.1), { ...RECORD, offered: 0.8 })).toEqual({ kind: 'one', classes: [0] });
  });

  it('offers what an admin wants offered alone, whatever else is likely, and two below that', () => {
    const set = { ...RECORD, onlyUnrivalled: false };
    expect(verdictOf(read(0.5, 0.25, 0.25), set)).toEqual({ kind: 'one', classes: [0] });
    expect(verdictOf(read(0.3, 0.6, 0.1), { ...set, alone: 0.8 })).toEqual({ kind: 'two', classes: [1, 0] });
    expect(verdictOf(read(0.4, 0.2, 0.2, 0.2), { ...set, alone: 0.8 })).toEqual(NONE);
    expect(verdictOf(read(0.5, 0.18, 0.16, 0.16), { ...set, alone: 0.8 })).toEqual(OFTEN_WRONG);
  });

  it('begins at 20 tickets', () => {
    expect(thresholdsFrom(heldOut(19, 10), { temperature: 1 })).toMatchObject({
      alone: 0.45,
      together: null,
      onlyUnrivalled: false,
    });
    expect(thresholdsFrom(heldOut(20, 10), { temperature: 1 })).toMatchObject({
      alone: 0.5,
      together: 0.7,
      onlyUnrivalled: true,
    });
  });

  it('names what is likely also on a desk where one ticket in nine is filed wrongly', () => {
    const thresholds = thresholdsFrom(heldOut(61, 9), { temperature: 1 });
    // The set that holds the right one of nine tickets in ten holds every class there: each has more than 1 %.
    expect(thresholds.offered).toBe(0.2);
    expect(verdictOf(read(0.79, 0.09, 0.07, 0.05), thresholds)).toEqual({ kind: 'one', classes: [0] });
    expect(verdictOf(read(0.55, 0.3, 0.1, 0.05), thresholds)).toEqual({ kind: 'two', classes: [0, 1] });
  });

  it('takes no second one for a rival that a desk which is hardly ever wrong need not think of', () => {
    const thresholds = thresholdsFrom(heldOut(200, 1000), { temperature: 1 });
    // So likely the model found the right one each time.
    expect(thresholds.offered).toBeCloseTo(0.4754);
    expect(verdictOf(read(0.6, 0.4), thresholds)).toEqual({ kind: 'one', classes: [0] });
  });
});

describe('without a record', () => {
  it.each([
    ['the likeliest alone when it is likely enough', [0.46, 0.44, 0.1], { kind: 'one', classes: [0] }],
    ['two, where hardly a third is worth offering', [0.4, 0.36, 0.24], { kind: 'two', classes: [0, 1] }],
    ['nothing, where three are', [0.4, 0.3, 0.3], NONE],
  ])('it offers %s', (_, probabilities, verdict) => {
    expect(verdictOf(read(...probabilities), thresholdsFrom([], { temperature: 1.2 }))).toEqual(verdict);
  });
});
