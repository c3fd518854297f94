/** The time zone of this browser, by its IANA name. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All time zones that this browser knows, by the names of their cities. */
export function allTimeZones(): readonly string[] {
  const cities = new Map([...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => [zone, cityOf(zone)]));
  return [...cities.keys()].sort((one, other) => (cities.get(one) ?? '').localeCompare(cities.get(other) ?? '', 'en'));
}

/** "Helsinki, UTC+3", at a moment. A zone that this browser does not know is called by its name alone. */
export function timeZoneWords(zone: string, at: number): string {
  const city = cityOf(zone);
  if (zone === 'UTC') return city;
  const offset = offsetWords(zone, at);
  return offset === '' ? city : `${city}, ${offset}`;
}

/** "10:34" in a time zone; in UTC where this browser does not know it. */
export function timeIn(zone: string, at: number): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return (formatIn(zone, options) ?? formatIn('UTC', options))?.format(at) ?? '';
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function offsetWords(zone: string, at: number): string {
  const parts = formatIn(zone, { timeZoneName: 'shortOffset' })?.formatToParts(at);
  return parts?.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}

function formatIn(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return null;
  }
}
