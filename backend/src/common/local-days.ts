import { Temporal } from 'temporal-polyfill';

/** Some days that follow one another in a time zone. */
export interface LocalDays {
  /** `YYYY-MM-DD`, oldest first. */
  readonly dates: readonly string[];
  /** When each begins, and after them when the last one ends. A day has 24 hours, or as many as the clocks leave it. */
  readonly bounds: readonly Date[];
}

/** The last `count` days of a time zone, today included. */
export function lastDays(count: number, now: Date, timeZone: string): LocalDays {
  const today = dayOf(now, timeZone);
  return daysFrom(today.subtract({ days: count - 1 }), today, timeZone);
}

/** From one day of a time zone to another, `YYYY-MM-DD`, both included; none when the last comes before the first. */
export function daysFromTo(first: string, last: string, timeZone: string): LocalDays {
  return daysFrom(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last), timeZone);
}

/** Which day it is in a time zone, `YYYY-MM-DD`. */
export function localDay(moment: Date, timeZone: string): string {
  return dayOf(moment, timeZone).toString();
}

/** The day so many days after another, both `YYYY-MM-DD`; before it when they are negative. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** On how many days of a time zone something may have happened from one moment to another, both days counted. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  return dayOf(from, timeZone).until(dayOf(to, timeZone), { largestUnit: 'day' }).days + 1;
}

/** The name of a time zone in its usual letters. */
export function timeZoneName(timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
}

function daysFrom(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): LocalDays {
  const count = Math.max(0, first.until(last, { largestUnit: 'day' }).days + 1);
  const days = Array.from({ length: count + 1 }, (_, index) => first.add({ days: index }));
  return {
    dates: days.slice(0, count).map(String),
    // Not midnight: where the clocks skip it a day begins later, and where they strike it twice, at the first.
    bounds: days.map((day) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)),
  };
}

function dayOf(moment: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
