import { isLongClosed } from './long-closed.ts';

const NOW = new Date('2026-03-31T12:00:00Z');

describe('a ticket', () => {
  it.each([
    ['is not long closed while it is open', null, 30, false],
    ['is not long closed a moment before the days are over', '2026-03-01T12:00:00.001Z', 30, false],
    ['is long closed when they are over', '2026-03-01T12:00:00Z', 30, true],
    ['is long closed at once where no days are given', '2026-03-31T12:00:00Z', 0, true],
  ])('%s', (_, closedAt, days, expected) => {
    expect(isLongClosed(closedAt === null ? null : new Date(closedAt), days, NOW)).toBe(expected);
  });
});
