import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { keyOfLine } from './line-key';
import { PlaceKeeping } from './place-keeping';
import type { Sight } from './line-window';

/** So many screens beyond either edge are near. */
const SCREENS = 1.5;

/** Nothing is known of it yet. */
const UNKNOWN: Sight = { from: 0, to: 0 };

/** What is in sight of a column of lines and near it, and how high those are that are drawn. Provided by the column. */
@Injectable()
export class LineSight {
  private readonly window = inject(DOCUMENT).defaultView ?? window;
  private readonly destroyed = inject(DestroyRef);
  private readonly heights = new Map<string, number>();
  private readonly sizes = new ResizeObserver((entries) => this.learn(entries));
  private column?: HTMLElement;
  private place?: PlaceKeeping;
  private watched: ReadonlySet<Element> = new Set();

  readonly sight = signal(UNKNOWN);
  /** Of the column, in pixels. */
  readonly width = signal(0);
  /** Goes up with whatever is measured. */
  readonly measured = signal(0);

  /** Starts measuring. */
  follow(column: HTMLElement): void {
    this.column = column;
    this.place = new PlaceKeeping(column);
    const look = () => this.look();
    // Captured, because scrolling does not bubble: one listener hears the pane and the document. What scrolls elsewhere moves no line.
    const scrolled = ({ target }: Event) => {
      if (target instanceof Node && target.contains(column)) this.look();
    };
    column.ownerDocument.addEventListener('scroll', scrolled, { capture: true, passive: true });
    this.window.addEventListener('resize', look);
    this.destroyed.onDestroy(() => {
      this.sizes.disconnect();
      column.ownerDocument.removeEventListener('scroll', scrolled, { capture: true });
      this.window.removeEventListener('resize', look);
    });
    this.look();
  }

  /** Watches the lines that are drawn, and no others. */
  watch(lines: readonly Element[]): void {
    const now = new Set(lines);
    for (const line of this.watched) if (!now.has(line)) this.sizes.unobserve(line);
    for (const line of lines) if (!this.watched.has(line)) this.sizes.observe(line);
    this.watched = now;
  }

  /** Of a line that was drawn once; undefined of others. */
  heightOf(key: string): number | undefined {
    return this.heights.get(key);
  }

  private look(): void {
    if (!this.column) return;
    const { top, width } = this.column.getBoundingClientRect();
    const { innerHeight } = this.window;
    const near = innerHeight * SCREENS;
    this.width.set(width);
    this.sight.set({ from: -top - near, to: -top + innerHeight + near });
    this.place?.remember();
  }

  /** Before it is painted: what is drawn anew, or is another height now, moves nobody. */
  private learn(entries: readonly ResizeObserverEntry[]): void {
    let isNew = false;
    for (const { target, borderBoxSize } of entries) {
      const [key, height] = [keyOfLine(target), borderBoxSize[0]?.blockSize ?? 0];
      if (key === null || height === 0) continue;
      isNew ||= !this.heights.has(key);
      this.heights.set(key, height);
    }
    this.place?.keep(isNew);
    this.look();
    this.measured.update((times) => times + 1);
  }
}
