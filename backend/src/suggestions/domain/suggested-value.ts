/** What had been suggested for a field; confidence from 0 to 1, or null when it stated none. */
export interface SuggestedValue {
  readonly value: string;
  readonly confidence: number | null;
}

/** What had been suggested for the two fields that the desk suggests. */
export interface SuggestedFields {
  readonly category: SuggestedValue;
  readonly priority: SuggestedValue;
}
