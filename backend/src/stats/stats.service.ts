import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { EqualReads } from '../database/equal-reads.ts';
import { LocalCalendars } from './local-calendars.ts';
import type { DayCount, Stats, StatsCounts } from './stats.ts';
import { StatsRepository } from './stats.repository.ts';

const DAYS = 30;

/** The figures of the desk. */
@Injectable()
export class StatsService {
  private readonly calendars = new LocalCalendars(DAYS);

  constructor(
    private readonly repository: StatsRepository,
    private readonly reads: EqualReads,
    private readonly settings: Settings,
  ) {}

  /** The figures at this moment, by the days of a time zone; without one, of that in which the desk stands. */
  read(timeZone = this.settings.timeZone): Promise<Stats> {
    return this.reads.once(`figures by the days of ${timeZone}`, () => this.readNow(timeZone));
  }

  private async readNow(zone: string): Promise<Stats> {
    const asOf = new Date();
    const { timeZone, days, daysSince } = this.calendars.at(asOf, zone);
    const { first, created, resolved, ...counts } = await this.repository.count(days.bounds);
    const perDay = (numbers: StatsCounts['created']): DayCount[] =>
      days.dates.map((date, index) => ({ date, count: numbers[index] ?? 0 }));
    return {
      ...counts,
      asOf,
      timeZone,
      averagePerDay: first ? toOneDecimal(counts.total, daysSince(first)) : 0,
      createdPerDay: perDay(created),
      resolvedPerDay: perDay(resolved),
    };
  }
}

function toOneDecimal(total: number, days: number): number {
  return Math.round((total * 10) / days) / 10;
}
