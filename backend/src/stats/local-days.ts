import { Temporal } from 'temporal-polyfill';

/** Some days that follow one another in a time zone, the last of them today. */
export interface LocalDays {
  /** `YYYY-MM-DD`, oldest first. */
  readonly dates: readonly string[];
  /** When each begins, and after them when the last one ends. A day has 24 hours, or as many as the clocks leave it. */
  readonly bounds: readonly Date[];
}

/** The last `count` days of a time zone, today included. */
export function lastDays(count: number, now: Date, timeZone: string): LocalDays {
  const today = dayOf(now, timeZone);
  const days = Array.from({ length: count + 1 }, (_, index) => today.add({ days: index - count + 1 }));
  return {
    dates: days.slice(0, count).map(String),
    // Not midnight: where the clocks skip it a day begins later, and where they strike it twice, at the first.
    bounds: days.map((day) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)),
  };
}

/** On how many days of a time zone something may have happened from one moment to another, both days counted. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  return dayOf(from, timeZone).until(dayOf(to, timeZone), { largestUnit: 'day' }).days + 1;
}

/** The name of a time zone in its usual letters. */
export function timeZoneName(timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
}

function dayOf(moment: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
