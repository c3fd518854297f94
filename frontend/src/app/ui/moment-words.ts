const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const shortDayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const longDayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "today at 09:22", "yesterday at 17:05", "on 3 April at 08:00", with the year when it is another one. Local time. */
export function momentWords(moment: number, now: number): string {
  return `${nearDayWords(new Date(moment), new Date(now))} at ${time.format(moment)}`;
}

/** "09:22". Local time. */
export function clockTime(moment: number): string {
  return time.format(moment);
}

/** "20 Apr 2026". Local time. */
export function dayWords(moment: number): string {
  return shortDayAndYear.format(moment);
}

/** "20 Apr 2026, 09:22". Local time. */
export function minuteWords(moment: number): string {
  return `${dayWords(moment)}, ${time.format(moment)}`;
}

/** "09:22" today, else the day: "20 Apr", "31 Dec 2025". Local time. */
export function shortMoment(moment: number, now: number): string {
  const [date, today] = [new Date(moment), new Date(now)];
  if (sameDay(date, today)) return time.format(moment);
  return (date.getFullYear() === today.getFullYear() ? shortDay : shortDayAndYear).format(date);
}

function nearDayWords(date: Date, today: Date): string {
  if (sameDay(date, today)) return 'today';
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (sameDay(date, yesterday)) return 'yesterday';
  return `on ${(date.getFullYear() === today.getFullYear() ? longDay : longDayAndYear).format(date)}`;
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
