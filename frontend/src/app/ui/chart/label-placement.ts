/**
 * Where two labels go that would like to stand at `first` and `second`: as near as they can, `gap` apart, the upper
 * one staying the upper one, neither above `top` nor below `bottom`. Equal wishes put the first one on top.
 */
export function keepApart(
  first: number,
  second: number,
  { gap, top, bottom }: { gap: number; top: number; bottom: number },
): readonly [first: number, second: number] {
  if (second < first) {
    const [upper, lower] = keepApart(second, first, { gap, top, bottom });
    return [lower, upper];
  }
  const missing = Math.max(0, gap - (second - first)) / 2;
  const upper = clamp(first - missing, top, bottom - gap);
  const lower = clamp(second + missing, upper + gap, bottom);
  return [Math.min(upper, lower - gap), lower];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
