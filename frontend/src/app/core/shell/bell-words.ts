import type { BellEntry } from '../../api/model';
import { isolated } from '../../ui/isolated';
import { countText } from '../../ui/numbers';

/** Who did it, or what did not happen, in one's own words for a customer nobody knows. */
export function whoOf({ by, kind }: Pick<BellEntry, 'by' | 'kind'>): string {
  if (kind === 'undelivered') return 'An answer';
  if (by) return isolated(by.name);
  return kind === 'answered' ? 'The customer' : 'Somebody';
}

/** "mentioned you in #4821", "gave you #4806 and 3 more", "answered in #12". */
export function didOf({ kind, ticket, tickets }: Pick<BellEntry, 'kind' | 'ticket' | 'tickets'>): string {
  const number = `#${String(ticket.id)}`;
  if (kind === 'mention') return `mentioned you in ${number}`;
  if (kind === 'undelivered') return `did not reach everybody in ${number}`;
  if (kind === 'answered') return `answered in ${number}`;
  return tickets > 1 ? `gave you ${number} and ${countText(tickets - 1)} more` : `gave you ${number}`;
}

/** Part of what was said; `isName` where it names the reader behind an @. */
export interface SaidPart {
  readonly text: string;
  readonly isName: boolean;
}

/** What was said, in one line, in which the names of the reader stand by themselves; of a ticket one was given its title. */
export function saidOf(
  { excerpt, ticket }: Pick<BellEntry, 'excerpt' | 'ticket'>,
  names: readonly string[],
): SaidPart[] {
  const text = (excerpt ?? ticket.title).replace(/\s+/g, ' ').trim();
  if (excerpt === null) return [{ text, isName: false }];
  const any = [...names].sort((one, other) => other.length - one.length).map(escaped);
  return text
    .split(new RegExp(`(@(?:${any.join('|')})(?![\\p{L}\\p{N}]))`, 'iu'))
    .map((part, index) => ({ text: part, isName: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** "2 unread", "All read", "99+ unread". */
export function unreadWords(unread: number): string {
  return unread === 0 ? 'All read' : `${badgeText(unread)} unread`;
}

/** What stands on the bell: the desk counts to a hundred. */
export function badgeText(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '-' ? sign : `\\${sign}`));
}
