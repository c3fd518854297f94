import type { LiveTicket } from '../api/live/live-event';
import type { Ticket } from '../api/model';
import { withinSentence } from '../ui/author';
import { isolated } from '../ui/isolated';
import { PRIORITY_LABELS } from '../ui/vocabulary';
import type { Names } from './ticket-names';

const STATUS_WORDS: Readonly<Record<Ticket['status'], string>> = {
  open: 'reopened it',
  in_progress: 'started work',
  resolved: 'resolved it',
  closed: 'closed it',
};

/** What somebody did to a ticket, as it follows their name: "took it and started work". */
export function changedWords(
  { kind, fields, by, contact }: Pick<LiveTicket, 'kind' | 'fields' | 'by' | 'contact'>,
  ticket: Ticket,
  names: Names,
): string {
  if (kind === 'ticket.deleted') return 'deleted it';
  if (kind === 'ticket.restored') return 'brought it back';
  // Title and description are told with it, as they may have gone too.
  const texts = fields.includes('title') || fields.includes('description');
  const did = [
    fields.includes('assignee') && assigneeWords(ticket.assignee, by?.id ?? null, names),
    fields.includes('status') && STATUS_WORDS[ticket.status],
    fields.includes('priority') && `set the priority to ${PRIORITY_LABELS[ticket.priority].toLowerCase()}`,
    fields.includes('category') && `moved it to ${names.category(ticket.category)}`,
    fields.includes('requester') && 'changed the requester',
    fields.includes('followers') && 'changed who follows it',
    fields.includes('messages') && (contact ? 'answered' : 'wrote to it'),
    fields.includes('redaction') ? 'removed words' : texts && 'edited its text',
  ].filter((words) => words !== false);
  return did.length === 0 ? 'changed it' : inOneSentence(did);
}

/** Who did it, as the reader knows them, at the beginning of a sentence. */
export function whoWords({ by, contact }: Pick<LiveTicket, 'by' | 'contact'>, names: Names): string {
  if (by === null) return contact ? isolated(contact.name) : 'The desk';
  return by.id === names.me() ? 'You' : names.person(by.id);
}

/** The same within a sentence: "Resolved by you". */
export function byWhom({ by, contact }: Pick<LiveTicket, 'by' | 'contact'>, names: Names): string {
  if (by === null) return contact ? isolated(contact.name) : 'the desk';
  return by.id === names.me() ? 'you' : withinSentence(names.person(by.id));
}

function assigneeWords(assignee: number | null, by: number | null, names: Names): string {
  if (assignee === null) return 'took it from its assignee';
  if (assignee === by) return 'took it';
  return `gave it to ${assignee === names.me() ? 'you' : withinSentence(names.person(assignee))}`;
}

function inOneSentence(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
