/** What is in sight of a column, with what is near it: in pixels below the top of its first line. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** A run of lines: from `start` up to, not including, `end`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A line that is drawn, by its place, or the room that others leave which are not, in pixels. */
export type Piece = { readonly line: number; readonly room: null } | { readonly line: null; readonly room: number };

/** The lines that reach into a sight; where there are none, the one next to it. Between two of them are `gap` pixels. */
export function linesInSight(heights: readonly number[], gap: number, { from, to }: Sight): LineRange {
  let [top, start, end] = [0, 0, 0];
  heights.forEach((height, line) => {
    if (top + height <= from) start = line + 1;
    if (top < to) end = line + 1;
    top += height + gap;
  });
  start = Math.max(0, Math.min(start, heights.length - 1));
  return { start, end: Math.min(heights.length, Math.max(end, start + 1)) };
}

/** The lines to draw in their order, those of the range and those that are kept, and the room of those between them. */
export function piecesOf(
  heights: readonly number[],
  gap: number,
  { start, end }: LineRange,
  kept: ReadonlySet<number>,
): Piece[] {
  const pieces: Piece[] = [];
  let room = 0;
  const leaveRoom = () => {
    // Around a room there are gaps as around a line.
    if (room > 0) pieces.push({ line: null, room: room - gap });
    room = 0;
  };
  heights.forEach((height, line) => {
    if ((line < start || line >= end) && !kept.has(line)) {
      room += height + gap;
      return;
    }
    leaveRoom();
    pieces.push({ line, room: null });
  });
  leaveRoom();
  return pieces;
}
