import type { AssigneeFilter, TicketFilter } from '../../api/model';
import { withinSentence } from '../../ui/author';
import { PRIORITY_LABELS, STATUS_LABELS } from '../../ui/vocabulary';
import type { Names } from '../ticket-names';

const HOW_MANY = [
  '',
  'this filter',
  'both filters',
  'all three filters',
  'all four filters',
  'all five filters',
  'all six filters',
];

/** How many fields a filter narrows, the search among them. */
export function filterSize(filter: TicketFilter): number {
  const { status, priority, category, assignee, triage, search } = filter;
  return [status, priority, category, assignee, triage, search].filter(Boolean).length;
}

/** "No ticket matches both filters". */
export function noMatchHeading(filter: TicketFilter): string {
  if (filterSize(filter) === 1 && filter.search) return 'No ticket matches your search';
  return `No ticket matches ${HOW_MANY[filterSize(filter)] ?? 'all filters'}`;
}

/** "Open or in progress, critical, account, assigned to Leo Marchetti, with “refund”." */
export function filterSentence(filter: TicketFilter, names: Names): string {
  const parts = [
    anyOf(filter.status?.map((value) => STATUS_LABELS[value])),
    anyOf(filter.priority?.map((value) => PRIORITY_LABELS[value])),
    anyOf(filter.category?.map((key) => names.category(key))),
  ].filter((part) => part !== '');
  const named = parts.join(', ').toLowerCase();
  const waiting = filter.triage ? 'not sorted yet' : '';
  const assigned = filter.assignee ? assignedTo(filter.assignee, names) : '';
  const search = filter.search ? `with “${filter.search}”` : '';
  const sentence = [named, waiting, assigned, search].filter((part) => part !== '').join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function assignedTo(wanted: readonly AssigneeFilter[], names: Names): string {
  if (wanted.length === 1 && wanted[0] === 'none') return 'unassigned';
  const called = (one: AssigneeFilter) => {
    if (one === 'inactive') return 'somebody who has left';
    return one === 'me' ? 'you' : one === 'none' ? 'nobody' : withinSentence(names.person(Number(one)));
  };
  return `assigned to ${anyOf(wanted.map(called))}`;
}

function anyOf(words: readonly string[] = []): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
