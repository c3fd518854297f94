/** The place a key leads to, as on any slider: arrows by one, pages by a stride, the ends. Null for other keys. */
export function placeAfterKey(key: string, place: number, last: number, stride: number): number | null {
  const steps: Readonly<Partial<Record<string, number>>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -stride,
    PageUp: stride,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(Math.max(place + step, 0), last);
}
