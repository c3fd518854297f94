import { type News, isRefitDue } from './refit-due.ts';

const NOW = new Date('2026-04-20T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const NOTHING: News = { decisions: 0, newestAt: null, vocabularyChanged: false };

describe('a refit', () => {
  it.each<[string, News, Date | null, boolean]>([
    ['is not due when nothing is new', NOTHING, ago(600), false],
    ['is due after twenty decisions', { ...NOTHING, decisions: 20, newestAt: ago(0) }, ago(6), true],
    ['is not due after nineteen while more come', { ...NOTHING, decisions: 19, newestAt: ago(9) }, ago(600), false],
    ['is due when ten minutes brought no more', { ...NOTHING, decisions: 1, newestAt: ago(10) }, ago(600), true],
    ['is due when something was only taken away', { ...NOTHING, newestAt: ago(11) }, null, true],
    ['waits for five minutes after the last one', { ...NOTHING, decisions: 20, newestAt: ago(0) }, ago(4.9), false],
    ['comes five minutes after the last one', { ...NOTHING, decisions: 20, newestAt: ago(0) }, ago(5), true],
    ['is due when the categories are others', { ...NOTHING, vocabularyChanged: true }, ago(6), true],
    ['for other categories waits as well', { ...NOTHING, vocabularyChanged: true }, ago(1), false],
    ['is due on a desk that never tried', { ...NOTHING, decisions: 20, newestAt: ago(1) }, null, true],
  ])('%s', (_, news, lastTriedAt, due) => {
    expect(isRefitDue(news, lastTriedAt, NOW)).toBe(due);
  });
});
