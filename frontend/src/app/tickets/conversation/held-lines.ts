import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { keyOfLine } from './line-key';

/** Lines that stay in the page wherever it is scrolled: one with the focus, one that was asked for, and what is selected. Provided by the column. */
@Injectable()
export class HeldLines {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);

  private readonly focused = signal<string | null>(null);
  private readonly wanted = signal<string | null>(null);
  private readonly selected = signal<readonly [string, string] | null>(null, {
    equal: (one, other) => one?.[0] === other?.[0] && one?.[1] === other?.[1],
  });

  /** Starts listening. */
  follow(column: HTMLElement): void {
    // A menu of a line takes the focus and gives it back: the line is held until another one has it.
    column.addEventListener('focusin', ({ target }) => {
      this.focused.set(keyOfLine(target as Node));
      this.wanted.set(null);
    });
    const select = () => this.selected.set(selectedIn(this.document.getSelection(), column));
    this.document.addEventListener('selectionchange', select);
    this.destroyed.onDestroy(() => this.document.removeEventListener('selectionchange', select));
  }

  /** Until another one is, or has the focus. */
  want(key: string): void {
    this.wanted.set(key);
  }

  /** Their places; with the one before and the one behind, so that Tab goes on from there. */
  places(keys: ReadonlyMap<string, number>): ReadonlySet<number> {
    const places = new Set<number>();
    for (const key of [this.focused(), this.wanted()]) {
      const place = key === null ? undefined : keys.get(key);
      if (place !== undefined) for (const one of [place - 1, place, place + 1]) places.add(one);
    }
    const [one, other] = (this.selected() ?? []).map((key) => keys.get(key));
    if (one === undefined || other === undefined) return places;
    for (let place = Math.min(one, other); place <= Math.max(one, other); place += 1) places.add(place);
    return places;
  }
}

/** The lines in which a selection begins and ends; null where nothing is selected, or not here. */
function selectedIn(selection: Selection | null, column: Element): readonly [string, string] | null {
  if (!selection || selection.isCollapsed) return null;
  const { anchorNode, focusNode } = selection;
  if (!column.contains(anchorNode) || !column.contains(focusNode)) return null;
  const [from, to] = [keyOfLine(anchorNode), keyOfLine(focusNode)];
  return from === null || to === null ? null : [from, to];
}
