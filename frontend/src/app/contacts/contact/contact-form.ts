import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import type { ContactPatch } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { type FieldConflict, OvertakenForm } from '../../kit/forms/overtaken-form';
import { needed } from '../../kit/forms/rules';
import {
  ORGANISATION_RULE,
  type OrganisationEntry,
  entryOfText,
  organisationName,
  organisationOf,
  organisationText,
} from './organisation-entry';

/** What people write about a contact: addresses one on each line, the organisation as `organisationText` has it. */
export type ContactTexts = Readonly<
  Record<'name' | 'addresses' | 'organisation' | 'note' | 'language' | 'time_zone', string>
>;

type ContactControls = {
  [Field in keyof ContactTexts]: FormControl<Field extends 'organisation' ? OrganisationEntry : string>;
};

/** How the fields are called within a sentence. */
export const FIELD_NAMES: ContactTexts = {
  name: 'name',
  addresses: 'list of addresses',
  organisation: 'organisation',
  note: 'note',
  language: 'language',
  time_zone: 'time zone',
};

export function textsOf(contact: Contact): ContactTexts {
  const { name, addresses, note, language, time_zone } = contact;
  const organisation = organisationText(organisationOf(contact));
  const lines = addresses.join('\n');
  return { name, addresses: lines, organisation, note, language: language ?? '', time_zone: time_zone ?? '' };
}

/** How a value reads that somebody else gave a field. */
export function wordsOf({ field, theirs }: FieldConflict<keyof ContactTexts>): string {
  if (field !== 'organisation') return theirs;
  return organisationName(entryOfText(theirs)) || 'left to the domain';
}

/** What somebody changed, to give it the values from before. */
export function backTo(before: Contact, after: Contact): ContactPatch {
  const [were, are] = [textsOf(before), textsOf(after)];
  const fields = (Object.keys(were) as (keyof ContactTexts)[]).filter((field) => were[field] !== are[field]);
  return patchOf(Object.fromEntries(fields.map((field) => [field, were[field]])));
}

export function contactForm(build: NonNullableFormBuilder, contact: Contact): FormGroup<ContactControls> {
  const texts = textsOf(contact);
  return build.group({
    name: build.control(texts.name, needed('Name is needed.')),
    addresses: build.control(texts.addresses),
    organisation: build.control<OrganisationEntry>(organisationOf(contact), ORGANISATION_RULE),
    note: build.control(texts.note),
    language: build.control(texts.language),
    time_zone: build.control(texts.time_zone),
  });
}

/** The form of somebody whom a colleague may change meanwhile. */
export function overtakenContact(
  contact: Contact,
  form: FormGroup<ContactControls>,
): OvertakenForm<Contact, ContactTexts> {
  return new OvertakenForm<Contact, ContactTexts>(contact, {
    textsOf,
    typed: () => typed(form.getRawValue()),
    put: (field, value) => form.patchValue({ [field]: field === 'organisation' ? entryOfText(value) : value }),
  });
}

/** As the API takes it: lines become a list, and what is empty becomes nothing. */
export function patchOf({
  addresses,
  organisation,
  language,
  time_zone,
  ...texts
}: Partial<ContactTexts>): ContactPatch {
  return {
    ...texts,
    ...(organisation !== undefined && { organisation: idOf(entryOfText(organisation)) }),
    ...(addresses !== undefined && { addresses: lines(addresses) }),
    ...(language !== undefined && { language: language || null }),
    ...(time_zone !== undefined && { time_zone: time_zone || null }),
  };
}

function idOf(entry: OrganisationEntry): number | null {
  return typeof entry === 'string' ? null : entry.id;
}

type ContactEntries = Omit<ContactTexts, 'organisation'> & { readonly organisation: OrganisationEntry };

function typed({ name, addresses, organisation, note, language, time_zone }: ContactEntries): ContactTexts {
  return {
    ...{ name: name.trim(), addresses: lines(addresses).join('\n'), note: note.trim() },
    ...{ organisation: organisationText(organisation), language: language.trim(), time_zone: time_zone.trim() },
  };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
