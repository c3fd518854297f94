import type { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';
import type { AskedContact, ContactCard } from '../../api/model';

/** Somebody whom the desk knows. */
export type KnownRequester = Pick<ContactCard, 'id' | 'name' | 'address'>;

/** What stands in a field for who asks: somebody who was chosen, or what was typed; '' for nobody. */
export type RequesterEntry = KnownRequester | string;

/** Somebody by address, with the name that was typed before it, if there was one. */
export interface TypedRequester {
  readonly name: string;
  readonly address: string;
}

/** `anna@example.com`, `Anna Berg anna@example.com`, `"Anna Berg" <anna@example.com>`. What is an address the API knows better. */
const ADDRESS_AT_END = /^(.*?)[\s<"']*([^\s<>"'@]+@[^\s<>"'@]+\.[^\s<>"'@]+)>?\s*$/u;

/** Reads what was typed; null while it does not end in an address. */
export function readTyped(text: string): TypedRequester | null {
  const [, name = '', address] = ADDRESS_AT_END.exec(text) ?? [];
  return address === undefined ? null : { name: name.replace(/^["'\s]+|["',\s]+$/g, ''), address };
}

/** Whom the API is told; null for nobody. What cannot be read goes as it is, for the API to say what is wrong with it. */
export function askedContact(entry: RequesterEntry): AskedContact | null {
  if (typeof entry !== 'string') return { id: entry.id };
  if (entry.trim() === '') return null;
  const typed = readTyped(entry);
  if (!typed) return { address: entry.trim() };
  return typed.name === '' ? { address: typed.address } : { ...typed };
}

/** How an entry reads in its field. */
export function entryText(entry: RequesterEntry): string {
  if (typeof entry === 'string') return entry;
  return entry.address === null || entry.address === entry.name ? entry.name : `${entry.name} <${entry.address}>`;
}

/** A name alone says nothing of who it is. */
export const REQUESTER_RULES: readonly ValidatorFn[] = [
  ({ value: entry }: AbstractControl<RequesterEntry>): ValidationErrors | null => {
    if (typeof entry !== 'string' || entry.trim() === '' || readTyped(entry)) return null;
    return { unknown: 'Choose somebody from the list, or add an e-mail address.' };
  },
];

/** What the API calls the field that this is about. */
export const REQUESTER_FIELDS = {
  'requester.id': 'requester',
  'requester.name': 'requester',
  'requester.address': 'requester',
} as const;
