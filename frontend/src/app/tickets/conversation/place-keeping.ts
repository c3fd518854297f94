import { keyOfLine } from './line-key';

/** The line that a reader looks at, and how far it is below the top of its column. */
interface Place {
  readonly line: Element;
  readonly below: number;
}

/**
 * Keeps what the reader looks at where it is while lines above it come, go, or are another height than was guessed. Browsers do that
 * themselves (`overflow-anchor`), but not at the very top, and Safari not at all.
 */
export class PlaceKeeping {
  private place: Place | null = null;
  private scroller: Element | null = null;
  private scrolled = 0;
  private isAtEnd = false;

  constructor(private readonly column: HTMLElement) {}

  /** After whatever was scrolled. */
  remember(): void {
    // What was drawn since is not where the reader has gone.
    this.keepLine();
    const scroller = (this.scroller = scrollerOf(this.column));
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    this.scrolled = scrollTop;
    this.isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
    this.place = scrollTop > 0 && keepsItself(scroller) ? null : this.placeIn(scroller);
  }

  /** After lines were measured; with new ones among them, whoever was at the end of all stays there. */
  keep(isNew: boolean): void {
    const { scroller } = this;
    if (isNew && this.isAtEnd && scroller?.scrollTop === this.scrolled) scroller.scrollTop = scroller.scrollHeight;
    else this.keepLine();
  }

  private keepLine(): void {
    const { scroller, place } = this;
    if (!scroller || !place?.line.isConnected) return;
    const below = this.below(place.line);
    const moved = below - place.below;
    // Where the browser has moved it, that was meant so.
    if (Math.abs(moved) < 1 || (keepsItself(scroller) && scroller.scrollTop !== this.scrolled)) return;
    this.place = { line: place.line, below };
    scroller.scrollTop += moved;
  }

  /** The first line that is not above what is seen. */
  private placeIn(scroller: Element): Place | null {
    const edge = edgeOf(scroller);
    const line = [...this.column.children].find(
      (child) => keyOfLine(child) !== null && child.getBoundingClientRect().bottom > edge,
    );
    return line ? { line, below: this.below(line) } : null;
  }

  private below(line: Element): number {
    return line.getBoundingClientRect().top - this.column.getBoundingClientRect().top;
  }
}

/** The pane, or the page on a phone. */
function scrollerOf(column: HTMLElement): Element {
  for (let one = column.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return column.ownerDocument.scrollingElement ?? column.ownerDocument.documentElement;
}

function keepsItself(scroller: Element): boolean {
  return getComputedStyle(scroller).overflowAnchor === 'auto';
}

/** Below what covers the top of the scrolled. */
function edgeOf(scroller: Element): number {
  const isPage = scroller === scroller.ownerDocument.scrollingElement;
  return (
    (isPage ? 0 : scroller.getBoundingClientRect().top) + (parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0)
  );
}
