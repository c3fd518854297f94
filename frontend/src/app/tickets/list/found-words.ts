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

/** So many letters stand before what was looked for: a narrow row shows it too. */
const LEAD = 20;

/** The words around what was looked for, in pieces, beginning shortly before it. */
export function quotedPieces({
  found_in: found,
}: Ticket): readonly { readonly text: string; readonly match: boolean }[] {
  const [lead, ...others] = found?.excerpt ?? [];
  if (!lead) return [];
  if (lead.match || lead.text.length <= LEAD) return [lead, ...others];
  const end = lead.text.slice(-LEAD);
  const words = end.replace(/^\S*\s+(?=\S)/u, '');
  return [{ text: `…${words}`, match: false }, ...others];
}
