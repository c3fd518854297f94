/** In characters (code points). */
export const ORGANISATION_NAME_MAX = 200;
export const ORGANISATION_NOTE_MAX = 5_000;
export const DOMAINS_MAX = 100;

/** Whom contacts belong to: by hand, or because an address of theirs is at one of its domains. */
export interface Organisation {
  readonly id: number;
  readonly name: string;
  readonly note: string;
  /** As `readDomain` gives them. */
  readonly domains: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type OrganisationFields = Pick<Organisation, 'name' | 'note' | 'domains'>;
