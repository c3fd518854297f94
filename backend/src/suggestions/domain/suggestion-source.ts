/**
 * Who suggests, and whether what it says is a judgement of the ticket or only what is filled in without one. The ledger
 * and the API know them by these names.
 */
const SOURCES = {
  llm: { judges: true },
  local: { judges: true },
  default: { judges: false },
} as const satisfies Record<string, { readonly judges: boolean }>;

export type SuggestionSource = keyof typeof SOURCES;

export const SUGGESTION_SOURCES = Object.keys(SOURCES) as readonly SuggestionSource[];

/** Whether the source judges tickets. Only what was judged is a suggestion to the history of a ticket. */
export function judges(source: SuggestionSource): boolean {
  return SOURCES[source].judges;
}
