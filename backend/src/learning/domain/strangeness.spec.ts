import { strangeness } from './strangeness.ts';

it.each([
  [0.8, 0.8, 1],
  [1, 0.8, 1],
  [0.6, 0.8, Math.exp(0.3)],
  [0, 0.8, Math.exp(1.2)],
])('a text of which %d is known where %d is usual raises the temperature %d times', (known, usual, times) => {
  expect(strangeness(known, usual)).toBeCloseTo(times);
});

it('a text about something else raises the temperature as well', () => {
  expect(strangeness(0.7, 0.7, 0)).toBe(1);
  expect(strangeness(0.7, 0.7, 0.9)).toBeGreaterThan(5);
});
