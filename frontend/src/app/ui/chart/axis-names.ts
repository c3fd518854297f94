const WEEK = 7;
/** A day label and the space around it. */
const LABEL = 64;
/** Half of "Today so far", half of a day label and the space between. */
const BEFORE_LAST = 80;

/**
 * Which days are named under the axis when two days are `step` pixels apart: the first, then whole weeks further,
 * as many as fit. The last day is named by itself and is not among them.
 */
export function namedDays(count: number, step: number): readonly number[] {
  const weeks = step > 0 ? Math.max(1, Math.ceil(LABEL / (WEEK * step))) : count;
  const named: number[] = [];
  for (let index = 0; index < count - 1; index += weeks * WEEK) {
    if ((count - 1 - index) * step >= BEFORE_LAST) named.push(index);
  }
  return named;
}
