import { scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { namedPlaces } from './axis-names';
import { keepApart } from './label-placement';
import type { LineData, LineSeries } from './line-data';
import { countScale } from './value-scale';

/** Generous for 12 px semibold Inter with tabular figures. */
const CHARACTER = 7;
const TOP = 16;
const BOTTOM = 28;
const LABEL_GAP = 16;
const LABEL_SPACE = 12;
/** From the middle of a small text to its baseline. */
const BASELINE = 4;

/** Everything a line chart draws, in pixels of its own box. */
export interface LineLayout {
  plot: { left: number; right: number; top: number; bottom: number };
  lines: readonly { y: number; textX: number; textY: number; text: string }[];
  names: readonly { x: number; text: string; anchor: 'start' | 'middle' }[];
  nameY: number;
  /** One for each place, with a y for each series. */
  points: readonly { x: number; ys: readonly number[] }[];
  /** In the order of the series. */
  series: readonly DrawnSeries[];
  /** Where the labels at the ends of the lines begin. */
  endX: number;
}

interface DrawnSeries {
  look: LineSeries['look'];
  line: string;
  /** Down to the axis, for the main line only. */
  area: string | null;
  end: { y: number; text: string };
}

/** Lays the data out in a box. */
export function layOut(
  { places, series, stride, valueText }: Pick<LineData, 'places' | 'series' | 'stride' | 'valueText'>,
  size: { width: number; height: number },
): LineLayout {
  const highest = Math.max(...series.flatMap(({ values }) => values), 0);
  const ends = series.map(({ name, values }) => `${name} ${valueText(values.at(-1) ?? 0)}`);
  const top = TOP;
  const bottom = Math.max(top, size.height - BOTTOM);
  const { y, ticks } = countScale(highest, { bottom, top });
  const left = Math.max(30, LABEL_SPACE + CHARACTER * valueText(ticks.at(-1) ?? 0).length);
  const longest = Math.max(...ends.map((text) => text.length), 0);
  const right = Math.max(left, size.width - LABEL_SPACE - CHARACTER * longest);

  // A single place stands at the right, where the newest always stands.
  const xOfPlace = scalePoint([...places.keys()], [left, right]).align(1);
  const x = (place: number) => xOfPlace(place) ?? right;
  const points = places.map((_, place) => ({ x: x(place), ys: series.map(({ values }) => y(values[place] ?? 0)) }));
  const endYs = keepApart(
    series.map(({ values }) => y(values.at(-1) ?? 0)),
    { gap: LABEL_GAP, top, bottom },
  );
  const drawLine = line<number>((_, place) => x(place), y).digits(1);
  const drawArea = area<number>((_, place) => x(place), bottom, y).digits(1);

  return {
    plot: { left, right, top, bottom },
    lines: ticks.map((value) => ({
      y: y(value),
      textX: left - 8,
      textY: y(value) + BASELINE,
      text: valueText(value),
    })),
    names: namedPlaces(places.length, xOfPlace.step(), stride).map((place) => ({
      x: x(place),
      text: places[place]?.label ?? '',
      anchor: place === 0 ? 'start' : 'middle',
    })),
    nameY: bottom + 22,
    points,
    series: series.map(({ look, values }, index) => ({
      look,
      line: drawLine(values) ?? '',
      area: look === 'main' ? drawArea(values) : null,
      end: { y: (endYs[index] ?? 0) + BASELINE, text: ends[index] ?? '' },
    })),
    endX: right + LABEL_SPACE,
  };
}

/** The place nearest to an x in the box. */
export function nearestPlace({ points }: Pick<LineLayout, 'points'>, x: number): number {
  const distance = (place: number) => Math.abs((points[place]?.x ?? 0) - x);
  return points.reduce((nearest, _, place) => (distance(place) < distance(nearest) ? place : nearest), 0);
}
