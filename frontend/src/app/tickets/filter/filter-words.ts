import type { TicketFilter } from '../../api/model';
import { PRIORITY_LABELS, STATUS_LABELS } from '../../ui/vocabulary';

const HOW_MANY = ['', 'this filter', 'both filters', 'all three filters', 'all four filters'];

/** How many fields a filter narrows, the search among them. */
export function filterSize(filter: TicketFilter): number {
  return [filter.status, filter.priority, filter.category, filter.search].filter(Boolean).length;
}

/** "No ticket matches both filters". */
export function noMatchHeading(filter: TicketFilter): string {
  if (filterSize(filter) === 1 && filter.search) return 'No ticket matches your search';
  return `No ticket matches ${HOW_MANY[filterSize(filter)] ?? 'all filters'}`;
}

/** "Open or in progress, critical, account, with the words “refund”." */
export function filterSentence(filter: TicketFilter, categoryLabel: (key: string) => string): string {
  const parts = [
    anyOf(filter.status?.map((value) => STATUS_LABELS[value])),
    anyOf(filter.priority?.map((value) => PRIORITY_LABELS[value])),
    anyOf(filter.category?.map(categoryLabel)),
  ].filter((part) => part !== '');
  const named = parts.join(', ').toLowerCase();
  const search = filter.search ? `with “${filter.search}”` : '';
  const sentence = [named, search].filter((part) => part !== '').join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function anyOf(words: readonly string[] = []): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
