/**
 * The ticket in which the matter of a closed one goes on, the newest; none where there is none that is worked on by itself.
 *
 * @param ticket the number of the closed one, in SQL.
 */
export function followUpOf(ticket: string): string {
  // One that goes on from this one was opened after it: what it links to is older.
  return `SELECT f.id FROM messages AS m JOIN tickets AS f ON f.id = m.linked_ticket
       WHERE m.ticket_id = ${ticket} AND m.linked_ticket > ${ticket} AND f.deleted_at IS NULL AND f.duplicate_of IS NULL
       ORDER BY f.id DESC LIMIT 1`;
}
