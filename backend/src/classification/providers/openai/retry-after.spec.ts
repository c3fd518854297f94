import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 3, 18, 12, 0, 0);

describe('how long a server asks to wait', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a fraction of a second', { 'retry-after': '0.25' }, 250],
    ['no time at all', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Sat, 18 Apr 2026 12:00:05 GMT' }, 5_000],
    ['a date that has passed', { 'retry-after': 'Sat, 18 Apr 2026 11:00:00 GMT' }, 0],
    ['milliseconds, which are finer', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1_500],
    ['seconds where the milliseconds are no number', { 'retry-after-ms': 'soon', 'retry-after': '2' }, 2_000],
    ['nothing it can be understood by', { 'retry-after': 'soon' }, null],
    ['nothing', {}, null],
  ])('in %s', (_, headers, expected) => {
    expect(retryAfterMs(new Headers(headers), now)).toBe(expected);
  });
});
