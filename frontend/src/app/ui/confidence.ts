/** The words for a confidence between 0 and 1; the bands are those of the reliability diagram. */
export function confidenceWord(confidence: number): string {
  const percent = confidencePercent(confidence);
  if (percent >= 85) return 'Sure';
  return percent >= 65 ? 'Fairly sure' : 'Unsure';
}

/** Rounded as it is shown, so that word and number never disagree. */
export function confidencePercent(confidence: number): number {
  return Math.round(confidence * 100);
}
