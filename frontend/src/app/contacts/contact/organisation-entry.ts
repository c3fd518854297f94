import type { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';
import type { Contact } from '../../api/model';

/** An organisation that somebody chose; a null id is one that is still to be made. */
export interface ChosenOrganisation {
  readonly id: number | null;
  readonly name: string;
}

/** What stands in the field: an organisation, or what was typed; '' for the one that follows from the domains of the addresses. */
export type OrganisationEntry = ChosenOrganisation | string;

/** What somebody chose for a contact. */
export function organisationOf({ organisation, organisation_by_hand: byHand }: Contact): OrganisationEntry {
  return byHand && organisation ? { id: organisation.id, name: organisation.name } : '';
}

/** How an entry reads in its field. */
export function organisationName(entry: OrganisationEntry): string {
  return typeof entry === 'string' ? entry : entry.name;
}

/** The same as one text, of which no two entries have the same; '' for the one by domain. */
export function organisationText(entry: OrganisationEntry): string {
  if (typeof entry !== 'string') return `${entry.id ?? 'new'} ${entry.name}`;
  return entry.trim() === '' ? '' : `typed ${entry.trim()}`;
}

/** What `organisationText` made a text of. */
export function entryOfText(text: string): OrganisationEntry {
  const [, kind = '', name = ''] = /^(\S+) (.*)$/su.exec(text) ?? [];
  if (kind === '' || kind === 'typed') return name;
  return { id: kind === 'new' ? null : Number(kind), name };
}

/** A name alone does not say whether one is meant that the desk knows. */
export const ORGANISATION_RULE: ValidatorFn = ({
  value: entry,
}: AbstractControl<OrganisationEntry>): ValidationErrors | null =>
  typeof entry !== 'string' || entry.trim() === ''
    ? null
    : { chosen: 'Choose an organisation from the list, or leave the field empty.' };
