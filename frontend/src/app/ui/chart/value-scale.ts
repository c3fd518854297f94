import { type ScaleLinear, scaleLinear } from 'd3-scale';

/** The least height of a scale, so that it has lines to read by also without any count. */
const LEAST = 3;
const MOST_LINES = 4;

/** A scale for values and the round numbers on it, whose lines they are read by. */
export interface ValueScale {
  y: ScaleLinear<number, number>;
  ticks: readonly number[];
}

/**
 * A scale from 0 up to at least `max`, with a line at every round number: three or four of them in even, whole steps.
 * It leads from counts to places between `bottom` and `top`.
 */
export function countScale(max: number, { bottom, top }: { bottom: number; top: number }): ValueScale {
  const scale = (steps: number) => {
    const y = scaleLinear([0, Math.max(max, LEAST)], [bottom, top]).nice(steps);
    return { y, ticks: y.ticks(steps) };
  };
  const fine = scale(MOST_LINES - 1);
  return fine.ticks.length <= MOST_LINES ? fine : scale(MOST_LINES - 2);
}

/** A scale of percentages from the ten below the least up to 100, with a line at every ten or twenty. */
export function shareScale(least: number, { bottom, top }: { bottom: number; top: number }): ValueScale {
  const from = Math.max(0, Math.min(80, Math.floor(least / 10) * 10));
  const y = scaleLinear([from, 100], [bottom, top]);
  const step = from >= 60 ? 10 : 20;
  return {
    y,
    ticks: Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, index) => 100 - index * step).reverse(),
  };
}
