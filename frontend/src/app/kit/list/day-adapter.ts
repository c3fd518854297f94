import { Injectable, type Provider } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, MAT_DATE_LOCALE, NativeDateAdapter } from '@angular/material/core';
import { dayFromText } from './day-text';

/** Days in calendars as they are written everywhere on the desk: "26 Nov 2026", weeks from Monday. */
@Injectable()
class DayAdapter extends NativeDateAdapter {
  override parse(value: unknown): Date | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    return dayFromText(value) ?? this.invalid();
  }

  override getFirstDayOfWeek(): number {
    return 1;
  }
}

const MONTH = { month: 'long', year: 'numeric' } as const;

/** What a calendar needs, for the component that shows one. */
export const DAY_PROVIDERS: Provider[] = [
  { provide: MAT_DATE_LOCALE, useValue: 'en-GB' },
  { provide: DateAdapter, useClass: DayAdapter },
  {
    provide: MAT_DATE_FORMATS,
    useValue: {
      parse: { dateInput: null },
      display: {
        dateInput: { day: 'numeric', month: 'short', year: 'numeric' },
        monthYearLabel: MONTH,
        dateA11yLabel: { weekday: 'long', day: 'numeric', ...MONTH },
        monthYearA11yLabel: MONTH,
      },
    },
  },
];
