/** Who answers when the LLM fails: nobody, so that the defaults are filled in, or the built-in suggester. */
export const FALLBACKS = ['defaults', 'local'] as const;

export type Fallback = (typeof FALLBACKS)[number];

/** No larger part of suggestions may be kept from sight. */
export const HIDDEN_SHARE_MAX = 0.5;

/** How the desk suggests, as an admin may set it. */
export interface SuggestionChoices {
  readonly fallback: Fallback;
  /** Which share of hideable suggestions is kept from sight, from 0 to 0.5. */
  readonly hiddenShare: number;
}

/** What an admin has set; null goes by the environment. */
export type SetChoices = { readonly [Name in keyof SuggestionChoices]: SuggestionChoices[Name] | null };

/** What the desk goes by at one moment, and what of it an admin has set. */
export interface SuggestionSettings extends SuggestionChoices {
  readonly set: SetChoices;
  /** Grows by one with every change. */
  readonly version: number;
  readonly updatedAt: Date;
  /** The user who changed it last; null when nobody has. */
  readonly updatedBy: number | null;
}

export function effective({ fallback, hiddenShare }: SetChoices, first: SuggestionChoices): SuggestionChoices {
  return { fallback: fallback ?? first.fallback, hiddenShare: hiddenShare ?? first.hiddenShare };
}
