import type { Addressees } from '../../api/conversation-model';
import type { ContactCard } from '../../api/model';
import { readTyped } from '../requester/requester-entry';

/** Somebody a reply goes to. */
export type Addressee = Addressees['to'][number];
/** How they get it: written to, or in copy. */
export type AddresseeRole = keyof Addressees;

/** So many get a reply without a question. */
const UNASKED = 3;

/** Whom the desk addresses a reply to by itself: who asks, and in copy who follows the ticket, each address once. */
export function usualAddressees(requester: ContactCard | null, followers: readonly ContactCard[]): Addressees {
  const to = mailboxes(requester ? [requester] : []);
  const cc = mailboxes(followers.filter(({ address }) => !isSame(address ?? '', requester?.address ?? '')));
  return { to, cc };
}

/** `ada@example.com` or `Ada Cole <ada@example.com>`; null for what is not one address. */
export function readAddressee(text: string): Addressee | null {
  const typed = readTyped(text);
  if (!typed || /[,;]/.test(typed.address)) return null;
  return typed.name === '' ? { address: typed.address } : { ...typed };
}

/** Adds somebody, to be written to when nobody is yet, else in copy; nobody gets it twice. */
export function withAddressee({ to, cc }: Addressees, one: Addressee): Addressees {
  if ([...to, ...cc].some(({ address }) => isSame(address, one.address))) return { to, cc };
  return to.length === 0 ? { to: [one], cc } : { to, cc: [...cc, one] };
}

export function withoutAddressee({ to, cc }: Addressees, one: Addressee): Addressees {
  const others = (all: Addressee[]) => all.filter(({ address }) => address !== one.address);
  return { to: others(to), cc: others(cc) };
}

/** What to call them. */
export function addresseeName({ name, address }: Addressee): string {
  return name === undefined || name === '' ? address : name;
}

/** So many get it that whoever sends it is asked first. */
export function goesToMany({ to, cc }: Addressees): boolean {
  return to.length + cc.length > UNASKED;
}

function mailboxes(contacts: readonly ContactCard[]): Addressee[] {
  const known = new Map<string, Addressee>();
  for (const { name, address } of contacts)
    if (address !== null && !known.has(address)) known.set(address, { name, address });
  return [...known.values()];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
