import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import type { ContactPatch } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { needed } from '../../kit/forms/rules';

/** What people write about a contact: addresses one on each line. */
export type ContactTexts = Readonly<Record<'name' | 'addresses' | 'note' | 'language' | 'time_zone', string>>;

type ContactControls = { [Field in keyof ContactTexts]: FormControl<string> };

/** How the fields are called within a sentence. */
export const FIELD_NAMES: ContactTexts = {
  name: 'name',
  addresses: 'list of addresses',
  note: 'note',
  language: 'language',
  time_zone: 'time zone',
};

export function textsOf({ name, addresses, note, language, time_zone }: Contact): ContactTexts {
  return { name, addresses: addresses.join('\n'), note, language: language ?? '', time_zone: time_zone ?? '' };
}

export function contactForm(build: NonNullableFormBuilder, contact: Contact): FormGroup<ContactControls> {
  const texts = textsOf(contact);
  return build.group({
    name: build.control(texts.name, needed('Name is needed.')),
    addresses: build.control(texts.addresses),
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
    put: (field, value) => form.patchValue({ [field]: value }),
  });
}

/** As the API takes it: lines become a list, and what is empty becomes nothing. */
export function patchOf({ addresses, language, time_zone, ...texts }: Partial<ContactTexts>): ContactPatch {
  return {
    ...texts,
    ...(addresses !== undefined && { addresses: lines(addresses) }),
    ...(language !== undefined && { language: language || null }),
    ...(time_zone !== undefined && { time_zone: time_zone || null }),
  };
}

function typed({ name, addresses, note, language, time_zone }: ContactTexts): ContactTexts {
  return {
    ...{ name: name.trim(), addresses: lines(addresses).join('\n'), note: note.trim() },
    ...{ language: language.trim(), time_zone: time_zone.trim() },
  };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
