/** A value of a line as people read it; a dash where there is none. */
export function textOf(value: number | null | undefined, valueText: (value: number) => string): string {
  return value === null || value === undefined ? '\u2013' : valueText(value);
}
