const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,9})[\s.,/-]+(\d{4})$/u;

/**
 * The day that a person writes, in local time: "26 Nov 2026", "26 November 2026", "26.11.2026", "26/11/2026" or
 * "2026-11-26"; the day comes before the month. Null when it is none.
 */
export function dayFromText(text: string): Date | null {
  const words = text.trim();
  const iso = YEAR_FIRST.exec(words);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = DAY_FIRST.exec(words);
  return written ? realDay(Number(written[3]), monthOf(written[2] ?? ''), Number(written[1])) : null;
}

/** A day of an address, `YYYY-MM-DD`; '' when it is none. */
export function dayOf(text: string): string {
  return DAY.test(text) && dayFromText(text) ? text : '';
}

/** "2026-11-26", as an address keeps it. Local time. */
export function textOfDay(day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function monthOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function realDay(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month - 1, day);
  return year >= 1000 && date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}
