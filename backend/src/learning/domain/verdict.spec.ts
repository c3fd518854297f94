import { thresholdsFrom } from './record.ts';
import { type Thresholds, verdictOf } from './verdict.ts';

const read = (...probabilities: number[]) => ({
  probabilities: Float64Array.from(probabilities),
  knownShare: 1,
  words: 20,
});
const RECORD: Thresholds = { knownShare: 0.1, alone: 0.45, offered: 0.2, bySet: true };

describe('with a record', () => {
  it.each([
    ['one, where no other is likely enough', [0.7, 0.15, 0.15], { kind: 'one', classes: [0] }],
    ['two, where a second one is', [0.15, 0.6, 0.25], { kind: 'two', classes: [1, 2] }],
    ['nothing, where three are', [0.5, 0.25, 0.25], { kind: 'none', reason: 'too_close' }],
    ['two, where one is rather a guess', [0.4, 0.19, 0.19, 0.19, 0.03], { kind: 'two', classes: [0, 1] }],
  ])('it offers %s', (_, probabilities, verdict) => {
    expect(verdictOf(read(...probabilities), RECORD)).toEqual(verdict);
  });

  it('offers the likeliest alone where a desk is so often right that not even that is in the set', () => {
    expect(verdictOf(read(0.6, 0.3, 0.1), { ...RECORD, offered: 0.8 })).toEqual({ kind: 'one', classes: [0] });
  });

  it('offers what an admin wants offered alone, whatever else is likely', () => {
    const set = { ...RECORD, bySet: false };
    expect(verdictOf(read(0.5, 0.25, 0.25), set)).toEqual({ kind: 'one', classes: [0] });
    expect(verdictOf(read(0.3, 0.6, 0.1), { ...set, alone: 0.8 })).toEqual({ kind: 'two', classes: [1, 0] });
  });

  it('goes by the set from 20 tickets on', () => {
    const heldOut = (tickets: number) =>
      Array.from({ length: tickets }, (_, at) => ({
        scores: Float64Array.from([1, at % 10 === 0 ? 3 : 0]),
        label: 0,
        knownShare: 1,
      }));
    expect(thresholdsFrom(heldOut(19), 1).bySet).toBe(false);
    const thresholds = thresholdsFrom(heldOut(200), 1);
    expect(thresholds.bySet).toBe(true);
    // One in ten of them gave the right class 12 %, more than may be missed of 200.
    expect(thresholds.offered).toBeCloseTo(0.119);
  });
});

it('without a record the likeliest is named alone when it is likely enough', () => {
  expect(verdictOf(read(0.5, 0.3, 0.2), thresholdsFrom([], 1.2))).toEqual({ kind: 'one', classes: [0] });
});
