import { doubtAfter, strangeness } from './strangeness.ts';

it.each([
  [0.8, 0.8, 1],
  [1, 0.8, 1],
  [0.6, 0.8, Math.exp(0.3)],
  [0, 0.8, Math.exp(1.2)],
])('a text of which %d is known where %d is usual raises the temperature %d times', (known, usual, times) => {
  expect(strangeness(known, { usual, doubt: doubtAfter(0) })).toBeCloseTo(times);
});

it('a text about something else raises the temperature as well', () => {
  expect(strangeness(0.7, { usual: 0.7, doubt: 0.15 }, 0)).toBe(1);
  expect(strangeness(0.7, { usual: 0.7, doubt: 0.15 }, 0.9)).toBeGreaterThan(5);
});

it('is doubted less the more tickets of its own a desk has learned from', () => {
  expect([0, 100, 900].map(doubtAfter)).toEqual([0.15, 0.075, 0.015]);
});
