import { markdownToHtml } from '../common/markdown.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { DemoMessage } from './demo/demo-history.ts';
import type { NumberedTicket } from './demo/demo-tickets.ts';

/** After a day nobody needs to be told any more that a customer answered. */
const UNREAD_MS = 86_400_000;

/** Writes what was said in tickets whose history is written; answers have been sent to who asks. */
export async function seedDemoMessages(transaction: Transaction, tickets: readonly NumberedTicket[]): Promise<void> {
  const messages = tickets.flatMap(({ id, contact, ticket }) =>
    ticket.events.flatMap(({ version: number, at, message }) =>
      message ? [{ ...{ id, number, at, contact }, ...message, html: htmlOf(message) }] : [],
    ),
  );
  await transaction.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (
         id bigint, number integer, at timestamptz, kind text, text text, html text, contact bigint)
     ), written AS (
       INSERT INTO messages (ticket_id, number, kind, author_contact, text, html, leaves_at, delivery)
       SELECT id, number, kind, CASE kind WHEN 'incoming' THEN contact END, text, html,
         CASE kind WHEN 'reply' THEN at END, CASE kind WHEN 'reply' THEN 'sent' END
       FROM given ORDER BY at, id
       RETURNING id, ticket_id, number, kind
     ), told AS (
       INSERT INTO notifications (user_id, ticket_id, number, kind, created_at, read_at)
       SELECT tickets.assignee, given.id, number, 'answered', at, CASE WHEN at < now() - $2 * interval '1 ms' THEN at END
       FROM given JOIN tickets ON tickets.id = given.id WHERE given.kind = 'incoming' AND tickets.assignee IS NOT NULL
     )
     INSERT INTO message_recipients (message_id, position, role, name, address, contact_id, state)
     SELECT written.id, 1, 'to', contacts.name, address, contacts.id, 'sent'
     FROM written JOIN given ON given.id = ticket_id AND given.number = written.number JOIN contacts ON contacts.id = contact
       JOIN contact_addresses ON contact_id = contacts.id
     WHERE written.kind = 'reply'`,
    [JSON.stringify(messages), UNREAD_MS],
  );
}

function htmlOf({ kind, text }: DemoMessage): string | null {
  return kind === 'incoming' ? null : markdownToHtml(text);
}
