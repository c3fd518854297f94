import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Selection } from './selection';

describe('the tickets that are ticked', () => {
  const shown = signal([9, 8, 7, 6, 5].map((id) => ({ id })));
  let selection: Selection;

  beforeEach(() => {
    selection = TestBed.runInInjectionContext(() => new Selection(signal({}), shown));
  });

  it.each<[string, [number, boolean][], number[]]>([
    [
      'one by one',
      [
        [8, false],
        [6, false],
      ],
      [8, 6],
    ],
    [
      'down to where Shift is held',
      [
        [8, false],
        [5, true],
      ],
      [8, 7, 6, 5],
    ],
    [
      'up to where Shift is held',
      [
        [6, false],
        [9, true],
      ],
      [9, 8, 7, 6],
    ],
    ['one alone with Shift when there was none before', [[7, true]], [7]],
    [
      'and cleared as a range too',
      [
        [9, false],
        [5, true],
        [6, true],
      ],
      [9, 8, 7],
    ],
  ])('%s', (_, clicks, expected) => {
    for (const [id, range] of clicks) selection.toggle(id, range);

    expect(
      shown()
        .map(({ id }) => id)
        .filter((id) => selection.has(id)),
    ).toEqual(expected);
  });
});
