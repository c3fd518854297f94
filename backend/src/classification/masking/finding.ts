/** What is masked without an admin's asking, by the names that placeholders carry. */
export const SENSITIVE_KINDS = ['SECRET', 'IBAN', 'CARD', 'EMAIL', 'IP', 'PHONE'] as const;

export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** Something in a folded text that must not leave the desk. */
export interface Finding {
  /** One of the kinds, or the name of an admin's own pattern. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The same for all ways of writing the same value. */
  readonly identity: string;
}
