import type { Ticket } from '../../api/model';
import type { Names } from '../ticket-names';

/** Who wrote the message in which a search found a ticket: "Ruth Adler", "Note of Mina Park". */
export function foundWords({ found_in: found }: Ticket, names: Names): string {
  if (!found) return '';
  const { kind, user, author } = found;
  const known = user === null ? author : names.person(user);
  if (kind === 'note') return `Note of ${known ?? 'the desk'}`;
  return known ?? (kind === 'incoming' ? 'A customer' : 'The desk');
}
