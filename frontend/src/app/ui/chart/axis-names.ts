/** A label of the axis and the space around it. */
const LABEL = 64;
/** Half of a long last label, half of a usual one and the space between. */
const BEFORE_LAST = 80;

/**
 * Which places are named under the axis when two of them are `step` pixels apart: the first, then whole strides
 * further, as many as fit. The last place is named by itself and is not among them.
 */
export function namedPlaces(count: number, step: number, stride: number): readonly number[] {
  const strides = step > 0 ? Math.max(1, Math.ceil(LABEL / (stride * step))) : count;
  const named: number[] = [];
  for (let index = 0; index < count - 1; index += strides * stride) {
    if ((count - 1 - index) * step >= BEFORE_LAST) named.push(index);
  }
  return named;
}
