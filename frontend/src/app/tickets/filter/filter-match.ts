import type { AssigneeFilter, Ticket, TicketFilter } from '../../api/model';

const NUMBER = /^#(\d{1,15})$/;
const PHRASES = /["“”„«»]/;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a ticket belongs to a list with this filter, as far as its values go; `me` is the reader's number. */
export function matchesFields(ticket: Ticket, filter: TicketFilter, me: number | null): boolean {
  return (
    (!filter.status || filter.status.includes(ticket.status)) &&
    (!filter.priority || filter.priority.includes(ticket.priority)) &&
    (!filter.category || filter.category.includes(ticket.category)) &&
    assigneeMatches(ticket.assignee, filter.assignee, me)
  );
}

export function assigneeMatches(
  assignee: number | null,
  wanted: readonly AssigneeFilter[] | undefined,
  me: number | null,
): boolean {
  if (!wanted) return true;
  if (assignee === null) return wanted.includes('none');
  return wanted.includes(`${assignee}`) || (assignee === me && wanted.includes('me'));
}

/**
 * Whether the words of a search occur in a ticket, for one that was just written and is not yet asked about: every
 * word at the start of a word, every phrase in quotation marks as it stands, case and accents aside. The API decides
 * at the next refresh.
 */
export function matchesSearch(ticket: Ticket, search: string | undefined): boolean {
  const wanted = search?.trim() ?? '';
  const number = NUMBER.exec(wanted)?.[1];
  if (number) return ticket.id === Number(number);
  const text = folded(`${ticket.title} ${ticket.description}`);
  return folded(wanted)
    .split(PHRASES)
    .flatMap((part, index) => (index % 2 === 1 ? [part.trim()] : part.split(' ')))
    .every((term) => term === '' || startsAWord(text, term));
}

export function matches(ticket: Ticket, filter: TicketFilter, me: number | null): boolean {
  return matchesFields(ticket, filter, me) && matchesSearch(ticket, filter.search);
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}

function startsAWord(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return true;
  }
  return false;
}
