/** The words for confidence and from which percent to which each of them holds. */
export const CONFIDENCE_BANDS = [
  { text: 'Unsure', from: 0, to: 65 },
  { text: 'Fairly sure', from: 65, to: 85 },
  { text: 'Sure', from: 85, to: 100 },
] as const;

/** The word for a confidence between 0 and 1. */
export function confidenceWord(confidence: number): string {
  const percent = confidencePercent(confidence);
  return CONFIDENCE_BANDS.findLast(({ from }) => percent >= from)?.text ?? 'Unsure';
}

/** Rounded as it is shown, so that word and number never disagree. */
export function confidencePercent(confidence: number): number {
  return Math.round(confidence * 100);
}
