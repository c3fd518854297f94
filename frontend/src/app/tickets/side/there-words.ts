/** "Berlin, 10:34 there": what time it is for somebody; '' for a time zone that this browser does not know. */
export function thereWords(timeZone: string, now: number): string {
  try {
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(now);
    const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
    return `${place}, ${time} there`;
  } catch {
    return '';
  }
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** "Known since March 2024". Local time. */
export function sinceWords(moment: number): string {
  return `Known since ${month.format(moment)}`;
}
