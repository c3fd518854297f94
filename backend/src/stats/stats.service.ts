import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { daysBetween, lastDays, timeZoneName } from '../common/local-days.ts';
import type { DayCount, Stats, StatsCounts } from './stats.ts';
import { StatsRepository } from './stats.repository.ts';

const DAYS = 30;

/** The figures of the desk. */
@Injectable()
export class StatsService {
  constructor(
    private readonly repository: StatsRepository,
    private readonly settings: Settings,
  ) {}

  /** The figures at this moment, by the days of a time zone; without one, of that in which the desk stands. */
  async read(timeZone = this.settings.timeZone): Promise<Stats> {
    const asOf = new Date();
    const days = lastDays(DAYS, asOf, timeZone);
    const { first, created, resolved, ...counts } = await this.repository.count(days.bounds);
    const perDay = (numbers: StatsCounts['created']): DayCount[] =>
      days.dates.map((date, index) => ({ date, count: numbers[index] ?? 0 }));
    return {
      ...counts,
      asOf,
      timeZone: timeZoneName(timeZone),
      averagePerDay: first ? toOneDecimal(counts.total, daysBetween(first, asOf, timeZone)) : 0,
      createdPerDay: perDay(created),
      resolvedPerDay: perDay(resolved),
    };
  }
}

function toOneDecimal(total: number, days: number): number {
  return Math.round((total * 10) / days) / 10;
}
