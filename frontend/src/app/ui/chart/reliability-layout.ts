import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { CONFIDENCE_BANDS } from '../confidence';

/** Suggestions of about the same confidence: what they stated and what came true, in percent. */
export interface ReliabilityPoint {
  stated: number;
  right: number;
  low: number;
  high: number;
  of: number;
}

const TOP = 12;
const BOTTOM = 44;
const LEFT = 36;
const RIGHT = 16;
const WHISK = 4;

/** Everything a reliability diagram draws, in pixels of its own box. */
export interface ReliabilityLayout {
  plot: { left: number; right: number; top: number; bottom: number };
  ticksX: readonly { x: number; text: string }[];
  ticksY: readonly { y: number; text: string }[];
  /** The words for confidence and where each of them holds. */
  words: readonly { text: string; start: number; width: number; middle: number }[];
  /** Where confidence and truth are the same. */
  diagonal: { x1: number; y1: number; x2: number; y2: number };
  line: string;
  /** Each with the line of its interval; the more suggestions, the larger. */
  dots: readonly { x: number; y: number; radius: number; whisker: string }[];
}

/** Lays the points out in a box. */
export function layOutReliability(
  points: readonly ReliabilityPoint[],
  size: { width: number; height: number },
): ReliabilityLayout {
  const least = Math.min(...points.flatMap(({ stated, low }) => [stated, low]), 80);
  const from = Math.max(0, Math.floor(least / 20) * 20);
  const startX = Math.max(0, Math.min(50, Math.floor(Math.min(...points.map(({ stated }) => stated), 50) / 10) * 10));
  const [left, right] = [LEFT, Math.max(LEFT, size.width - RIGHT)];
  const [top, bottom] = [TOP, Math.max(TOP, size.height - BOTTOM)];
  const x = scaleLinear([startX, 100], [left, right]);
  const y = scaleLinear([from, 100], [bottom, top]);
  const most = Math.max(...points.map(({ of }) => of), 1);
  const begin = Math.max(startX, from);
  return {
    plot: { left, right, top, bottom },
    ticksX: x
      .ticks(Math.max(2, Math.floor((right - left) / 56)))
      .map((value) => ({ x: x(value), text: String(value) })),
    ticksY: y.ticks(5).map((value) => ({ y: y(value), text: String(value) })),
    words: CONFIDENCE_BANDS.filter(({ to }) => to > startX).map(({ text, from: first, to }) => {
      const [start, end] = [x(Math.max(first, startX)), x(to)];
      return { text, start, width: end - start, middle: (start + end) / 2 };
    }),
    diagonal: { x1: x(begin), y1: y(begin), x2: x(100), y2: y(100) },
    line:
      line<ReliabilityPoint>(
        ({ stated }) => x(stated),
        ({ right: kept }) => y(kept),
      ).digits(1)(points) ?? '',
    dots: points.map(({ stated, right: kept, low, high, of }) => ({
      ...{ x: x(stated), y: y(kept), radius: 4 + 4.5 * Math.sqrt(of / most) },
      whisker: whisker(x(stated), y(low), y(high)),
    })),
  };
}

/** From one end of an interval to the other, with a short stroke across each. */
function whisker(x: number, low: number, high: number): string {
  const across = (y: number) => `M${x - WHISK} ${y}H${x + WHISK}`;
  return `M${x} ${low}V${high}${across(low)}${across(high)}`;
}
