import type { ConversationEntry } from '../../api/conversation-model';
import type { TicketEvent } from '../../api/model';

/** A message by Mina Park, a reply unless told otherwise. Later numbers are later minutes. */
export function aMessage(number: number, values: Partial<ConversationEntry> = {}): ConversationEntry {
  const text = values.text ?? `Message number ${number}.`;
  return {
    number,
    at: new Date(Date.UTC(2026, 3, 20, 9, 2 * number)).toISOString(),
    kind: 'reply',
    author: { type: 'user', id: 2, name: 'Mina Park' },
    sender_confirmed: null,
    sender_check: null,
    via: 'web',
    token_name: null,
    text,
    html: `<p>${text}</p>`,
    folded: '',
    linked_ticket: null,
    recipients: [],
    attachments: [],
    delivery: null,
    sets_status: null,
    sets: {},
    taken_back_at: null,
    redaction: null,
    event: null,
    ...values,
  };
}

/** Something that happened; what made the ticket is its first message too. */
export function eventEntry(event: TicketEvent): ConversationEntry {
  const kind = event.kind === 'created' ? 'description' : 'event';
  return aMessage(event.version, { at: event.at, kind, text: null, html: null, event });
}
