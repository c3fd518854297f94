import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, Injector, afterNextRender, effect, inject, signal, untracked } from '@angular/core';
import { Viewport } from '../../core/viewport';

/**
 * How far the rows are scrolled: inside their pane, or with the whole document on a phone. Remembers the place while
 * a ticket stands where the list was. Provided by the rows.
 */
@Injectable()
export class RowScroll {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly viewport = inject(Viewport);
  private readonly window = this.document.defaultView ?? window;

  private scroller?: HTMLElement;
  private body?: HTMLElement;
  /** As the scrolling element counts it. */
  private kept = 0;
  private atEnd = false;

  /** Pixels of rows above the upper edge. */
  readonly offset = signal(0);
  /** Pixels between the edges. */
  readonly height = signal(this.window.innerHeight);
  /** False while the rows are not shown. */
  readonly active = signal(true);

  constructor() {
    let was = true;
    effect(() => {
      const is = this.active();
      if (is && !was) untracked(() => this.restore());
      was = is;
    });
  }

  /** Starts measuring: `body` holds the rows, `scroller` scrolls them where the document does not. */
  follow(scroller: HTMLElement, body: HTMLElement): void {
    this.scroller = scroller;
    this.body = body;
    const measure = () => this.measure();
    // Captured, because scrolling does not bubble: one listener hears the pane and the document.
    this.document.addEventListener('scroll', measure, { capture: true, passive: true });
    this.window.addEventListener('resize', measure);
    // A message makes the pane lower, or the document longer.
    const sizes = new ResizeObserver(() => this.keepEnd());
    for (const element of [scroller, this.document.body]) sizes.observe(element);
    this.destroyed.onDestroy(() => {
      sizes.disconnect();
      this.document.removeEventListener('scroll', measure, { capture: true });
      this.window.removeEventListener('resize', measure);
    });
    this.measure();
  }

  /** Scrolls to a row, so many pixels below the first: into the middle, or to the top where it is in sight there. */
  toRow(pixels: number, height: number): void {
    this.afterRender(() => this.set(pixels + height <= this.height() ? 0 : pixels - (this.height() - height) / 2));
  }

  /**
   * Keeps what is in sight where it is, after so many pixels come in above, or go away. At the very top the new is shown,
   * unless it was always there and only came `late`.
   */
  makeRoom(pixels: number, late = false): void {
    if (pixels === 0 || (this.offset() === 0 && !late)) return;
    // Read before the rows are drawn: the browser itself moves what would end beyond the last row.
    const place = this.current() + pixels;
    this.afterRender(() => this.set(place));
  }

  /** Once what has changed is drawn. */
  afterRender(run: () => void): void {
    afterNextRender(
      () => {
        run();
        this.measure();
      },
      { injector: this.injector },
    );
  }

  /** Who was at the end of the rows stays there, and the row with the focus in sight where it was. */
  private keepEnd(): void {
    if (!this.active()) return;
    if (this.atEnd) this.set(this.extent());
    const row = this.body?.contains(this.document.activeElement)
      ? this.document.activeElement?.closest('[role="row"]')
      : null;
    const top = this.scroller?.getBoundingClientRect().top ?? 0;
    if (row && row.getBoundingClientRect().bottom <= top + this.height()) row.scrollIntoView({ block: 'nearest' });
    this.measure();
  }

  /** The farthest place to scroll to. */
  private extent(): number {
    const box = this.byDocument() ? this.document.documentElement : this.scroller;
    return box ? box.scrollHeight - box.clientHeight : 0;
  }

  private restore(): void {
    const place = this.kept;
    this.afterRender(() => this.set(place));
  }

  private measure(): void {
    if (!this.scroller || !this.body || !this.active()) return;
    const top = this.byDocument() ? 0 : this.scroller.getBoundingClientRect().top;
    this.kept = this.current();
    this.atEnd = this.extent() > 0 && this.kept >= this.extent() - 1;
    this.offset.set(Math.max(0, top - this.body.getBoundingClientRect().top));
    this.height.set((this.byDocument() ? 0 : this.scroller.clientHeight) || this.window.innerHeight);
  }

  private current(): number {
    if (!this.active()) return this.kept;
    return this.byDocument() ? this.window.scrollY : (this.scroller?.scrollTop ?? 0);
  }

  private set(place: number): void {
    if (!this.active()) this.keep(place);
    else if (this.byDocument()) this.window.scrollTo({ top: place, behavior: 'instant' });
    else if (this.scroller) this.scroller.scrollTop = place;
  }

  /** What stands where the list was is not to be scrolled. Rows are drawn and fetched around the place, as if it was there. */
  private keep(place: number): void {
    this.kept = place;
    this.offset.set(Math.max(0, place));
  }

  private byDocument(): boolean {
    return this.viewport.compact();
  }
}
