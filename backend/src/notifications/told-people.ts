/**
 * Tells those to whom tickets were given: a part of a statement that writes tickets, beside a part `written` that gives the rows as
 * they are then; $1 and $4 are the user who does it and the change of many that it is part of. Who gives tickets to themselves is
 * not told, and nobody is of what the desk does by itself. A change of many tickets tells each person once.
 *
 * @param given says of which rows the assignee is new.
 */
export function toldAssignees(given = 'true'): string {
  return `told_assignees AS (
    INSERT INTO notifications AS n (user_id, ticket_id, number, kind, bulk_run_id, tickets, created_at)
    SELECT assignee, (array_agg(id ORDER BY id))[1], (array_agg(version ORDER BY id))[1], 'assigned', $4::uuid, count(*),
      min(updated_at)
    FROM written WHERE assignee <> $1::bigint AND ${given}
    GROUP BY assignee
    ON CONFLICT (bulk_run_id, user_id) WHERE bulk_run_id IS NOT NULL DO UPDATE SET tickets = n.tickets + excluded.tickets
  )`;
}

/** Tells whose ticket it is that its customer answered: a part that gives `user_id`; $1 and $2 are the ticket and the number. */
export const TOLD_OWNER = `told_owner AS (
    INSERT INTO notifications (user_id, ticket_id, number, kind)
    SELECT assignee, id, $2::int, 'answered' FROM tickets WHERE id = $1::bigint AND assignee IS NOT NULL
    RETURNING user_id
  )`;
