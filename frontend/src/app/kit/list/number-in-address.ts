/** The number that an address names something by, as the desk writes it; undefined where it names none. */
export function numberInAddress(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
