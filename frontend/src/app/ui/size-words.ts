const UNITS = ['kB', 'MB', 'GB'] as const;

/** A size in bytes for people: three digits at most, in units of a thousand. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes / 1000;
  let unit = 0;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit += 1) value /= 1000;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
