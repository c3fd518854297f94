import { scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { namedPlaces } from './axis-names';
import { keepApart } from './label-placement';
import type { LineData, LineSeries } from './line-data';
import { countScale, shareScale } from './value-scale';

/** Generous for 12 px semibold Inter with tabular figures. */
const CHARACTER = 7;
const TOP = 16;
const BOTTOM = 28;
const LABEL_GAP = 16;
const MARK_HEIGHT = 16;
const MARK_PADDING = 16;
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
  points: readonly { x: number; ys: readonly (number | null)[] }[];
  /** In the order of the series. */
  series: readonly DrawnSeries[];
  /** Where the labels at the ends of the lines begin. */
  endX: number;
  marks: readonly { x: number; label: string; left: number; width: number }[];
}

interface DrawnSeries {
  look: LineSeries['look'];
  line: string;
  /** Down to the axis, for the main line only. */
  area: string | null;
  /** The intervals of its values, if it has some. */
  band: string | null;
  /** Null where nothing stands at the last place. */
  end: { y: number; text: string } | null;
}

type LayoutData = Pick<LineData, 'places' | 'series' | 'stride' | 'valueText' | 'scale' | 'marks'>;

/** Lays the data out in a box. */
export function layOut(
  { places, series, stride, valueText, scale, marks = [] }: LayoutData,
  size: { width: number; height: number },
): LineLayout {
  const shown = series
    .flatMap(({ values, band = [] }) => [...values, ...band.flat()])
    .filter((value) => value !== null);
  const ends = series.map(({ name, values }) => {
    const last = values.at(-1) ?? null;
    return last === null ? null : `${name} ${valueText(last)}`;
  });
  const top = marks.length > 0 ? TOP + MARK_HEIGHT : TOP;
  const bottom = Math.max(top, size.height - BOTTOM);
  const { y, ticks } =
    scale === 'shares'
      ? shareScale(Math.min(...shown, 100), { bottom, top })
      : countScale(Math.max(...shown, 0), { bottom, top });
  const left = Math.max(30, LABEL_SPACE + CHARACTER * valueText(ticks.at(-1) ?? 0).length);
  const longest = Math.max(...ends.map((text) => text?.length ?? 0), 0);
  const right = Math.max(left, size.width - LABEL_SPACE - CHARACTER * longest);

  // A single place stands at the right, where the newest always stands.
  const xOfPlace = scalePoint([...places.keys()], [left, right]).align(1);
  const x = (place: number) => xOfPlace(place) ?? right;
  const yOf = (value: number | null = null) => (value === null ? null : y(value));
  const points = places.map((_, place) => ({ x: x(place), ys: series.map(({ values }) => yOf(values[place])) }));
  const labelled = series.flatMap(({ values }, index) => {
    const last = yOf(values.at(-1));
    return last === null ? [] : { index, y: last };
  });
  const endYs = keepApart(
    labelled.map((one) => one.y),
    { gap: LABEL_GAP, top, bottom },
  );
  const endOf = (index: number) => {
    const place = labelled.findIndex((one) => one.index === index);
    return place < 0 ? null : { y: (endYs[place] ?? 0) + BASELINE, text: ends[index] ?? '' };
  };
  const known = (value: number | null) => value !== null;
  const drawLine = line<number | null>(
    (_, place) => x(place),
    (value) => y(value ?? 0),
  )
    .defined(known)
    .digits(1);
  const drawArea = area<number | null>(
    (_, place) => x(place),
    bottom,
    (value) => y(value ?? 0),
  )
    .defined(known)
    .digits(1);
  const drawBand = area<readonly [number, number] | null>(
    (_, place) => x(place),
    (interval) => y(interval?.[0] ?? 0),
    (interval) => y(interval?.[1] ?? 0),
  )
    .defined((interval) => interval !== null)
    .digits(1);

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
    series: series.map(({ look, values, band }, index) => ({
      look,
      line: drawLine(values) ?? '',
      area: look === 'main' && !band ? drawArea(values) : null,
      band: band ? drawBand(band) : null,
      end: endOf(index),
    })),
    endX: right + LABEL_SPACE,
    marks: marks.map(({ place, label }) => {
      const width = CHARACTER * label.length + MARK_PADDING;
      const middle = x(place);
      return { x: middle, label, width, left: Math.max(0, Math.min(middle - width / 2, size.width - width)) };
    }),
  };
}

/** The place nearest to an x in the box. */
export function nearestPlace({ points }: Pick<LineLayout, 'points'>, x: number): number {
  const distance = (place: number) => Math.abs((points[place]?.x ?? 0) - x);
  return points.reduce((nearest, _, place) => (distance(place) < distance(nearest) ? place : nearest), 0);
}
