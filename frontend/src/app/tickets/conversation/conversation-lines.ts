import type { ConversationEntry } from '../../api/conversation-model';
import { isolated } from '../../ui/isolated';
import { type TimelineEntry, timeline } from '../history/timeline';
import type { Names } from '../ticket-names';
import { eventsOf } from './ticket-conversation';

/** A message, or something that happened between messages. */
export type ConversationLine = { readonly key: string; readonly number: number } & (
  | { readonly message: ConversationEntry; readonly event: null }
  | { readonly message: null; readonly event: TimelineEntry }
);

/** Messages and what happened between them in one order, that of the ticket's versions. */
export function conversationLines(entries: readonly ConversationEntry[], names: Names): readonly ConversationLine[] {
  const messages = entries.filter(({ kind }) => kind !== 'event').map(messageLine);
  const customers = customersOf(entries);
  const events = timeline(eventsOf(entries), names).map((event) => ({
    key: event.key,
    number: event.version,
    message: null,
    event: { ...event, name: customers.get(event.version) ?? event.name },
  }));
  // The order of equal numbers stays: the ticket's first message, then how it came.
  return [...messages, ...events].toSorted((one, other) => one.number - other.number);
}

/** Which customer did what was done on the portal, by version, as far as what they wrote with it tells. */
function customersOf(entries: readonly ConversationEntry[]): ReadonlyMap<number, string> {
  const customers = new Map<number, string>();
  entries.forEach((entry, at) => {
    const wrote = entry.kind === 'event' ? entries[at - 1] : entry;
    if (entry.event?.via !== 'portal' || wrote?.author.type !== 'contact' || !wrote.author.name) return;
    customers.set(entry.number, isolated(wrote.author.name));
  });
  return customers;
}

function messageLine(message: ConversationEntry): ConversationLine {
  return { key: `message ${message.number}`, number: message.number, message, event: null };
}
