import { type LocalDays, daysBetween, lastDays, timeZoneName } from '../common/local-days.ts';

/** More time zones than any desk has people in. */
const MOST_ZONES = 50;

/** A time zone on one of its days. */
export interface LocalCalendar {
  /** Its name in its usual letters. */
  readonly timeZone: string;
  /** The last days; the last one is today. */
  readonly days: LocalDays;
  /** On how many days something may have happened since a moment, that day and today counted. */
  readonly daysSince: (moment: Date) => number;
}

/** The last days of time zones. They are worked out once a day for each: that takes longer than to count tickets. */
export class LocalCalendars {
  private readonly count: number;
  private readonly known = new Map<string, LocalCalendar>();

  /** @param count how many days, today included. */
  constructor(count: number) {
    this.count = count;
  }

  at(now: Date, timeZone: string): LocalCalendar {
    const known = this.known.get(timeZone);
    if (known && isLastDay(known.days, now)) return known;
    if (this.known.size >= MOST_ZONES) this.known.clear();
    const calendar = {
      timeZone: timeZoneName(timeZone),
      days: lastDays(this.count, now, timeZone),
      daysSince: rememberingLast((moment) => daysBetween(moment, now, timeZone)),
    };
    this.known.set(timeZone, calendar);
    return calendar;
  }
}

function isLastDay({ bounds }: LocalDays, now: Date): boolean {
  const [begins, ends] = bounds.slice(-2);
  return begins !== undefined && ends !== undefined && begins <= now && now < ends;
}

/** The first ticket of a desk is nearly always the same. */
function rememberingLast(days: (moment: Date) => number): (moment: Date) => number {
  let last: { readonly time: number; readonly days: number } | null = null;
  return (moment) => {
    if (last?.time !== moment.getTime()) last = { time: moment.getTime(), days: days(moment) };
    return last.days;
  };
}
