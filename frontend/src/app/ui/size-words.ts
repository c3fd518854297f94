const UNITS = ['kB', 'MB', 'GB'] as const;

const UNIT = 1024;

/** A size in bytes for people: three digits at most, in the units in which the desk's limits are set, of 1,024. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes / UNIT;
  let unit = 0;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit += 1) value /= UNIT;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
