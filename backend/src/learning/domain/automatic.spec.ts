import { RECORD_FROM, isSureEnough, lowerBound, recordNeeded, whyNot } from './automatic.ts';

/** A stream of records that is the same in every run: sizes up to 1,000 and any share. */
function* records(count: number): Generator<{ right: number; of: number }> {
  let state = 7;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let n = 0; n < count; n++) {
    const of = 1 + next(1_000);
    yield { of, right: next(of + 1) };
  }
}

it.each([
  [0.74, false],
  [0.75, true],
  [null, true],
])('a suggestion that states a confidence of %d may apply: %s', (confidence, may) => {
  expect(isSureEnough(confidence)).toBe(may);
});

describe('the lower bound of a record', () => {
  it.each([
    [190, 200, 0.9104],
    [188, 200, 0.8981],
    [35, 35, 0.9011],
    [0, 50, 0],
  ])('of %i right of %i is %d', (right, of, bound) => {
    expect(lowerBound({ right, of })).toBeCloseTo(bound, 4);
  });

  it('lies below the share, above nothing, and grows with what is right and with how many there are', () => {
    for (const { right, of } of records(300)) {
      const bound = lowerBound({ right, of });
      expect(bound).toBeGreaterThanOrEqual(0);
      expect(bound).toBeLessThanOrEqual(right / of + 1e-12);
      expect(lowerBound({ right: right + 1, of: of + 1 })).toBeGreaterThan(bound);
      expect(lowerBound({ right, of: of + 1 })).toBeLessThan(bound + 1e-12);
      if (right > 0) expect(lowerBound({ right: 2 * right, of: 2 * of })).toBeGreaterThan(bound);
    }
  });
});

describe('whether suggestions may apply by themselves', () => {
  it('is settled by the bound alone, once the record is large enough', () => {
    for (const record of records(300)) {
      const expected = record.of < RECORD_FROM ? 'too_few' : lowerBound(record) < 0.9 ? 'below_target' : null;
      expect(whyNot(record, 0.9)).toBe(expected);
    }
    expect(whyNot({ right: 49, of: 49 }, 0.9)).toBe('too_few');
  });

  it('ends for good while only wrong ones come, whatever the record was', () => {
    for (const record of records(30)) {
      const { right } = record;
      let { of } = record;
      let stopped = whyNot({ right, of }, 0.9) !== null;
      for (let wrong = 0; wrong < 200; wrong++) {
        of += 1;
        const stops = whyNot({ right, of }, 0.9) === 'below_target';
        if (stopped && of > RECORD_FROM) expect(stops).toBe(true);
        stopped ||= stops;
      }
      expect(stopped).toBe(true);
    }
  });
});

describe('how many decided tickets are needed', () => {
  it('is about 200 at the usual target', () => {
    expect(recordNeeded({ right: 94, of: 100 }, 0.9)).toBe(217);
    expect(recordNeeded({ right: 95, of: 100 }, 0.9)).toBe(139);
  });

  it('is enough, and one less is not', () => {
    for (const { right, of } of records(300)) {
      const needed = recordNeeded({ right, of }, 0.9);
      if (needed === null) expect(right / of).toBeLessThanOrEqual(0.9);
      else {
        const at = (size: number) => lowerBound({ right: (right / of) * size, of: size });
        expect(at(needed)).toBeGreaterThanOrEqual(0.9 - 1e-9);
        if (needed > RECORD_FROM) expect(at(needed - 1)).toBeLessThan(0.9);
      }
    }
  });
});
