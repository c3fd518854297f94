const FINEST = 3;

/**
 * Round numbers from 0 up to at least `max`, in even steps: three or four lines to read a count by. Counts are
 * whole, so is every step; without any count the scale still has a height.
 */
export function ticksUpTo(max: number): readonly number[] {
  const step = roundStep(Math.max(max, FINEST) / FINEST);
  const lines = Math.ceil(Math.max(max, FINEST) / step);
  return Array.from({ length: lines + 1 }, (_, index) => index * step);
}

/** The smallest of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10;
  return Math.max(1, factor * power);
}
