/** What the desk suggests of a ticket. */
export const SUGGESTED_FIELDS = ['category', 'priority'] as const;

export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];
