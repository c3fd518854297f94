/** Placeholders of who reads as a customer: the ids of all their contacts, and their addresses in small letters. */
export interface ReaderPlaceholders {
  readonly contacts: `$${number}`;
  readonly addresses: `$${number}`;
}

/** Whether a ticket is there for a customer: who asks, or follows it. @param t what the ticket is called in the statement. */
export function isOfReader({ contacts }: ReaderPlaceholders, t = 't'): string {
  return `${t}.deleted_at IS NULL AND (${t}.requester = ANY (${contacts}::bigint[])
      OR EXISTS (SELECT FROM ticket_followers AS f WHERE f.ticket_id = ${t}.id AND f.contact_id = ANY (${contacts}::bigint[])))`;
}

/**
 * Whether a message `m` of a ticket `t` is there for a customer: an answer that has left and went to them, or to nobody by name; and
 * what was written by them, by who asks or by who follows. Notes, what the desk tells itself, and what is held never are.
 */
export function isForReader({ contacts, addresses }: ReaderPlaceholders): string {
  return `m.taken_back_at IS NULL AND (
      m.kind = 'reply' AND m.delivery <> 'held' AND (
        NOT EXISTS (SELECT FROM message_recipients AS r WHERE r.message_id = m.id)
        OR EXISTS (
          SELECT FROM message_recipients AS r WHERE r.message_id = m.id AND lower(r.address) = ANY (${addresses}::text[])))
      OR m.kind = 'incoming' AND (m.author_contact = ANY (${contacts}::bigint[]) OR m.author_contact = t.requester
        OR m.author_contact IN (SELECT contact_id FROM ticket_followers WHERE ticket_id = t.id)))`;
}
