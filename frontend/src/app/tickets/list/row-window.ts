/** A run of rows: from `start` up to, not including, `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Rows drawn beyond either edge, so that a flick of the wheel shows no gap. */
export const MARGIN = 8;

/** The rows to draw when the list is scrolled by `offset` pixels in a window `height` pixels high. */
export function rowRange(
  { offset, height, margin }: { readonly offset: number; readonly height: number; readonly margin: number },
  rowHeight: number,
  count: number,
): RowRange {
  const first = Math.floor(Math.max(0, offset) / rowHeight);
  const last = Math.ceil((Math.max(0, offset) + height) / rowHeight);
  const start = Math.min(Math.max(0, first - margin), count);
  return { start, end: Math.max(start, Math.min(count, last + margin)) };
}

/** The places to draw, in order: the range, and the one that must not vanish because it may hold the focus. */
export function placesToDraw({ start, end }: RowRange, kept: number | undefined): number[] {
  const places = Array.from({ length: end - start }, (_, index) => start + index);
  if (kept === undefined || (kept >= start && kept < end)) return places;
  return kept < start ? [kept, ...places] : [...places, kept];
}
