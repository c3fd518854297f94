import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NO_ROWS, type RowSlots, withTickets } from './row-slots';

describe('rows for tickets', () => {
  const first = withTickets(run(1, 4), 1, NO_ROWS);

  it('are made for the first that are shown', () => {
    expect(rows(first)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['one further down', withTickets([1, 3, 4, 5], 1, first), [0, 2, 3, 1]],
    ['two further down', withTickets([1, 4, 5, 6], 1, first), [0, 3, 1, 2]],
    ['elsewhere', withTickets([1, 20, 21, 22], 1, first), [0, 1, 2, 3]],
    ['in a longer window', withTickets(run(1, 6), 1, first), [0, 1, 2, 3, 4, 5]],
    ['in a shorter window', withTickets(run(1, 2), 1, first), [0, 1]],
    ['with one that came in above', withTickets([1, 9, 2, 3], 1, first), [0, 3, 1, 2]],
    ['in another list', withTickets([31, 32, 33, 34], 31, first), [1, 2, 3, 4]],
    ['in a list without any', withTickets([], undefined, first), []],
  ])('are the same %s, but for the one that keeps its own', (_, then, expected) => {
    expect(rows(then)).toEqual(expected);
  });

  it('go on top on the way up, the last one first', () => {
    const below = withTickets([1, 13, 14, 15, 16], 1, withTickets(run(1, 5), 1, NO_ROWS));

    expect(rows(below)).toEqual([0, 1, 2, 3, 4]);
    expect(rows(withTickets([1, 11, 12, 13, 14], 1, below))).toEqual([0, 4, 3, 1, 2]);
  });

  it('are never shared, in whatever order the tickets come', () => {
    const turned = withTickets([90, 91, 4, 2, 92, 93], undefined, withTickets(run(1, 5), undefined, NO_ROWS));
    expect(new Set(rows(turned)).size).toBe(6);

    // A sequence of numbers that looks random and is the same each time.
    let state = 1;
    const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
    let slots = NO_ROWS;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const ids = [...new Set(Array.from({ length: 1 + next(12) }, () => next(30)))];
      slots = withTickets(ids, ids[next(ids.length + 1)], slots);
      expect(new Set(rows(slots)).size).toBe(ids.length);
    }
  });

  it('are never taken from a ticket that had the focus and is gone', () => {
    const then = withTickets([2, 3, 4, 5], 2, first);

    expect(rows(then)).toEqual([1, 2, 3, 4]);
  });
});

@Component({
  selector: 'desk-rows-of-test',
  template: `
    @for (row of drawn(); track row.slot) {
      <button [id]="'of-' + row.id">{{ row.id }}</button>
    }
  `,
})
class Rows {
  readonly drawn = signal<readonly { id: number; slot: number | undefined }[]>([]);
  private slots = NO_ROWS;

  show(ids: readonly number[], kept: number): void {
    this.slots = withTickets(ids, kept, this.slots);
    this.drawn.set(ids.map((id) => ({ id, slot: this.slots.rows.get(id) })));
    TestBed.tick();
  }
}

describe('a row with the focus', () => {
  const KEPT = 50;
  let list: Rows;
  let element: HTMLElement;

  beforeEach(() => {
    const fixture = TestBed.createComponent(Rows);
    element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    list = fixture.componentInstance;
  });

  afterEach(() => element.remove());

  it.each([1, 2, 3, 5, 8])('keeps it while others pass by, %i at once, in the order of the list', (step) => {
    scrollTo(KEPT - 3);
    element.querySelector<HTMLElement>(`#of-${KEPT}`)?.focus();
    const places = Array.from({ length: 20 }, (_, turn) => KEPT - 3 + turn * step);
    for (const place of [...places, ...places.toReversed(), ...places.map((at) => 2 * KEPT - 6 - at)]) {
      scrollTo(place);

      expect(document.activeElement?.id).toBe(`of-${KEPT}`);
      expect([...element.querySelectorAll('button')].map(({ textContent }) => Number(textContent))).toEqual(
        window(place),
      );
    }
  });

  function scrollTo(place: number): void {
    list.show(window(place), KEPT);
  }

  /** Ten rows, and the one that is drawn wherever it is. */
  function window(place: number): number[] {
    const ids = run(place, place + 9);
    return ids.includes(KEPT) ? ids : [...ids, KEPT].sort((one, other) => one - other);
  }
});

function run(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function rows(slots: RowSlots): number[] {
  return [...slots.rows.values()];
}
