import { namedDays } from '../../ui/chart/axis-names';
import { keepApart } from '../../ui/chart/label-placement';
import { type Point, areaPath, linePath } from '../../ui/chart/line-path';
import { ticksUpTo } from '../../ui/chart/value-scale';
import { countText } from '../../ui/numbers';
import { type Day, shortDay } from '../days';

/** Generous for 12 px semibold Inter with tabular figures. */
const CHARACTER = 7;
const TOP = 16;
const BOTTOM = 28;
const LABEL_GAP = 16;
const LABEL_SPACE = 12;
/** From the middle of a small text to its baseline. */
const BASELINE = 4;

/** Everything the chart draws, in pixels of its own box. */
export interface ChartLayout {
  plot: { left: number; right: number; top: number; bottom: number };
  lines: readonly { y: number; textX: number; textY: number; text: string }[];
  days: readonly { x: number; text: string; anchor: 'start' | 'middle' }[];
  dayTextY: number;
  points: readonly { x: number; created: number; resolved: number }[];
  createdLine: string;
  createdArea: string;
  resolvedLine: string;
  ends: { x: number; created: EndLabel; resolved: EndLabel };
}

interface EndLabel {
  y: number;
  text: string;
}

/** Lays the days out in a box; at least one day. */
export function layOut(days: readonly Day[], size: { width: number; height: number }): ChartLayout {
  const ticks = ticksUpTo(Math.max(...days.flatMap((day) => [day.created, day.resolved]), 0));
  const top = ticks.at(-1) ?? 1;
  const last = days.at(-1);
  const texts = {
    created: `Created ${countText(last?.created ?? 0)}`,
    resolved: `Resolved ${countText(last?.resolved ?? 0)}`,
  };
  const plot = {
    left: Math.max(30, LABEL_SPACE + CHARACTER * countText(top).length),
    right: size.width - LABEL_SPACE - CHARACTER * Math.max(texts.created.length, texts.resolved.length),
    top: TOP,
    bottom: size.height - BOTTOM,
  };
  const step = days.length > 1 ? Math.max(0, plot.right - plot.left) / (days.length - 1) : 0;
  const x = (index: number) => (days.length > 1 ? plot.left + index * step : plot.right);
  const y = (count: number) => plot.bottom - (count / top) * Math.max(0, plot.bottom - plot.top);

  const points = days.map((day, index) => ({ x: x(index), created: y(day.created), resolved: y(day.resolved) }));
  const created = points.map((point): Point => ({ x: point.x, y: point.created }));
  const resolved = points.map((point): Point => ({ x: point.x, y: point.resolved }));
  const [createdY, resolvedY] = keepApart(created.at(-1)?.y ?? 0, resolved.at(-1)?.y ?? 0, {
    gap: LABEL_GAP,
    top: plot.top,
    bottom: plot.bottom,
  });

  return {
    plot,
    lines: ticks.map((count) => ({
      y: y(count),
      textX: plot.left - 8,
      textY: y(count) + BASELINE,
      text: countText(count),
    })),
    days: namedDays(days.length, step).map((index) => ({
      x: x(index),
      text: shortDay(days[index]?.date ?? ''),
      anchor: index === 0 ? 'start' : 'middle',
    })),
    dayTextY: plot.bottom + 22,
    points,
    createdLine: linePath(created),
    createdArea: areaPath(created, plot.bottom),
    resolvedLine: linePath(resolved),
    ends: {
      x: x(days.length - 1) + LABEL_SPACE,
      created: { y: createdY + BASELINE, text: texts.created },
      resolved: { y: resolvedY + BASELINE, text: texts.resolved },
    },
  };
}

/** The day nearest to a place in the box. */
export function nearestDay({ points }: Pick<ChartLayout, 'points'>, x: number): number {
  const first = points[0]?.x ?? 0;
  const last = points.at(-1)?.x ?? 0;
  if (points.length < 2 || last <= first) return 0;
  const place = Math.round(((x - first) / (last - first)) * (points.length - 1));
  return Math.min(Math.max(place, 0), points.length - 1);
}
