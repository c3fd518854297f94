import { Injectable, Injector, type Signal, afterNextRender, computed, inject } from '@angular/core';
import { HeldLines } from './held-lines';
import { guessedHeight } from './line-heights';
import { lineOfKey } from './line-key';
import { LineSight } from './line-sight';
import { type LineRange, type Piece, linesInSight, piecesOf } from './line-window';
import type { ShownLine } from './conversation-window';

/** Fewer lines are all in the page. */
const FEW = 60;
/** Between two lines, as the style has it. */
const GAP_PX = 12;

/** A drawn line with its place among all, or the room that others leave. */
export type DrawnPiece<Line> =
  | { readonly key: string; readonly line: Line; readonly at: number; readonly room: null }
  | { readonly key: string; readonly line: null; readonly at: -1; readonly room: number };

/**
 * The lines of a conversation, of which only those in sight and near it are in the page when there are many; what the others
 * would take is left free. Provided by the column.
 */
@Injectable()
export class LineColumn {
  private readonly held = inject(HeldLines);
  private readonly injector = inject(Injector);
  private readonly sight = inject(LineSight);
  private column?: HTMLElement;

  /** Starts measuring, once it is there. */
  follow(column: HTMLElement): void {
    this.column = column;
    this.sight.follow(column);
    this.held.follow(column);
  }

  /** What is to be drawn of lines. Call it in an injection context. */
  drawn<Line extends ShownLine>(lines: Signal<readonly Line[]>): Signal<readonly DrawnPiece<Line>[]> {
    const guesses = computed(() => lines().map((line) => guessedHeight(line, this.sight.width())));
    const heights = computed(() => {
      this.sight.measured();
      const guessed = guesses();
      return lines().map(({ key }, at) => this.sight.heightOf(key) ?? guessed[at] ?? 0);
    });
    const range = computed<LineRange>(
      () => {
        const { length } = lines();
        return length <= FEW ? { start: 0, end: length } : linesInSight(heights(), GAP_PX, this.sight.sight());
      },
      { equal: (one, other) => one.start === other.start && one.end === other.end },
    );
    const places = computed(() => new Map(lines().map(({ key }, at) => [key, at])));
    const kept = computed(() => this.held.places(places()));
    const pieces = computed<readonly Piece[]>(() => piecesOf(heights(), GAP_PX, range(), kept()), {
      equal: areSame,
    });
    return computed(() => {
      const all = lines();
      return pieces().flatMap((piece, index): DrawnPiece<Line>[] => {
        if (piece.line === null) return [{ key: `room ${index}`, line: null, at: -1, room: piece.room }];
        const line = all[piece.line];
        return line ? [{ key: line.key, line, at: piece.line, room: null }] : [];
      });
    });
  }

  /** After each drawing. */
  look(lines: readonly Element[]): void {
    this.sight.watch(lines);
  }

  /** Does something with a line once it is in the page. */
  bring({ key }: ShownLine, then: (element: HTMLElement) => void): void {
    this.held.want(key);
    afterNextRender(
      () => {
        const element = this.column && lineOfKey(this.column, key);
        if (element) then(element);
      },
      { injector: this.injector },
    );
  }
}

function areSame(one: readonly Piece[], other: readonly Piece[]): boolean {
  const isAlike = ({ line, room }: Piece, that: Piece | undefined) => line === that?.line && room === that.room;
  return one.length === other.length && one.every((piece, at) => isAlike(piece, other[at]));
}
