import { afterWorkingHours } from './working-hours.ts';

// The 14th of May 2026 is a Thursday.
describe('afterWorkingHours', () => {
  it.each([
    ['stays within the day', '2026-05-14T09:00', 2.5, '2026-05-14T11:30'],
    ['goes on the next morning', '2026-05-14T17:00', 3, '2026-05-15T09:00'],
    ['skips the weekend', '2026-05-15T17:30', 1, '2026-05-18T07:30'],
    ['starts in the morning for what came at night', '2026-05-14T02:00', 1, '2026-05-14T08:00'],
    ['starts on Monday for what came on a Saturday', '2026-05-16T12:00', 1, '2026-05-18T08:00'],
    ['counts eleven hours a day', '2026-05-14T07:00', 25, '2026-05-18T10:00'],
  ])('%s', (_, from, hours, expected) => {
    expect(afterWorkingHours(new Date(`${from}:00.000Z`), hours)).toEqual(new Date(`${expected}:00.000Z`));
  });
});
