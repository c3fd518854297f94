import { readingOf } from './mailbox-reading.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

describe('how reading a mailbox goes', () => {
  it.each([
    ['nobody has looked into it yet', undefined, 'waiting'],
    ['it was looked into a moment ago', { lookedAt: ago(1), failure: null }, 'read'],
    ['it was looked into, and then nobody did', { lookedAt: ago(6), failure: null }, 'waiting'],
    ['it cannot be read by now', { lookedAt: ago(1), failure: 'It is gone' }, 'failing'],
    ['it never could', { lookedAt: null, failure: 'It is gone' }, 'failing'],
  ])('%s', (_, told, state) => {
    expect(readingOf(told && { since: ago(9), ...told }, NOW).state).toBe(state);
  });
});
