const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};

/** The day a key leads to, as on any slider: arrows by a day, pages by a week, the ends. Null for other keys. */
export function dayAfterKey(key: string, day: number, last: number): number | null {
  const step = STEPS[key];
  return step === undefined ? null : Math.min(Math.max(day + step, 0), last);
}
