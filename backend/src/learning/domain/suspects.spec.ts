import type { HeldOutTicket } from './record.ts';
import { SUSPECTS_AT_MOST, suspectsOf } from './suspects.ts';

/** Probabilities of two categories, and where the ticket is filed. */
const ticket = (first: number, label: number): HeldOutTicket => ({
  scores: Float64Array.of(Math.log(first), Math.log(1 - first)),
  label,
  knownShare: 1,
});

const AS_IT_IS = { temperature: 1 };

describe('the tickets that look filed wrongly', () => {
  const usual = [ticket(0.9, 0), ticket(0.8, 0), ticket(0.1, 1), ticket(0.2, 1)];

  it('are none where every ticket looks like its category', () => {
    expect(suspectsOf(usual, AS_IT_IS)).toEqual([]);
  });

  it('are those of which the desk is as sure elsewhere as it usually is there, the widest gap first', () => {
    const found = suspectsOf([...usual, ticket(0.88, 1), ticket(0.05, 0)], AS_IT_IS);
    expect(found.map(({ at, filed, likelier }) => [at, filed, likelier])).toEqual([
      [5, 0, 1],
      [4, 1, 0],
    ]);
    expect(found[0]?.confidence).toBeCloseTo(0.95);
  });

  it('are not those where the desk only leans to another category', () => {
    expect(suspectsOf([...usual, ticket(0.55, 1)], AS_IT_IS)).toEqual([]);
  });

  it('are not those of which the desk is surer where they are, though another category hardly has a ticket', () => {
    expect(suspectsOf([ticket(0.95, 0), ticket(0.8, 0), ticket(0.99, 1)], AS_IT_IS).map(({ at }) => at)).toEqual([2]);
  });

  it('are few enough to be read', () => {
    const many = Array.from({ length: 60 }, () => ticket(0.97, 1));
    const right = Array.from({ length: 60 }, () => ticket(0.9, 0));
    expect(suspectsOf([...many, ...right], AS_IT_IS)).toHaveLength(SUSPECTS_AT_MOST);
  });

  it('are none among none', () => {
    expect(suspectsOf([], AS_IT_IS)).toEqual([]);
  });
});
