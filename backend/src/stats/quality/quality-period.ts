import { ValidationFailed } from '../../common/problems/domain-error.ts';
import { dayAfter, daysFromTo, localDay } from '../../common/local-days.ts';

/** How many days each period has that ends today. */
const DAYS = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const;

export type NamedPeriod = keyof typeof DAYS;

export const NAMED_PERIODS = Object.keys(DAYS) as readonly NamedPeriod[];

export const DEFAULT_PERIOD: NamedPeriod = '30d';

/** The longest period there is, in days: three years. */
const LONGEST_PERIOD = 1096;

/** Up to so many days stand one by one; of more, weeks do. */
const SINGLE_DAYS = 14;
const WEEK = 7;

/** What is asked for: a period by its name, or from one day to another, `YYYY-MM-DD`, both included. */
export interface AskedPeriod {
  readonly period?: NamedPeriod;
  readonly from?: string;
  readonly to?: string;
}

/** A day or a week of a period; both days are included. */
export interface PeriodPart {
  readonly from: string;
  readonly to: string;
}

/** Some days that follow one another in a time zone, and their parts in the order of time. */
export interface QualityPeriod extends PeriodPart {
  readonly unit: 'day' | 'week';
  readonly parts: readonly PeriodPart[];
  /** When each part begins, and after them when the last one ends. */
  readonly bounds: readonly Date[];
}

/**
 * The days of a period and its parts: days up to two weeks, weeks of a longer one. Weeks are counted back from the last
 * day, so that the newest is whole and what is left over stands at the beginning.
 *
 * @throws ValidationFailed when the days are in the wrong order, too many, or named twice over.
 */
export function qualityPeriod(asked: AskedPeriod, now: Date, timeZone: string): QualityPeriod {
  if (asked.period !== undefined && (asked.from !== undefined || asked.to !== undefined)) {
    throw refused('period', 'ambiguous', 'Give a period or its first and last day, not both.');
  }
  const to = asked.to ?? localDay(now, timeZone);
  const from = asked.from ?? dayAfter(to, 1 - DAYS[asked.period ?? DEFAULT_PERIOD]);
  if (from > to) throw refused('from', 'wrong_order', 'From must not come after to.');
  if (dayAfter(from, LONGEST_PERIOD) <= to) {
    throw refused('from', 'too_long', `A period has at most ${LONGEST_PERIOD.toLocaleString('en')} days.`);
  }
  const { dates, bounds } = daysFromTo(from, to, timeZone);
  const unit = dates.length <= SINGLE_DAYS ? 'day' : 'week';
  const length = unit === 'day' ? 1 : WEEK;
  const over = dates.length % length;
  const starts = dates.flatMap((_, day) => (day === 0 || (day - over) % length === 0 ? day : []));
  const parts = starts.map((start, index) => {
    const end = starts[index + 1] ?? dates.length;
    return { from: dates[start] ?? from, to: dates[end - 1] ?? to };
  });
  return { from, to, unit, parts, bounds: [...starts, dates.length].flatMap((day) => bounds[day] ?? []) };
}

function refused(field: string, code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field, code, message }]);
}
