import type { Ticket } from '../../api/model';

/** Whether one ticket stands before another in the list. Times are ISO texts in UTC, which sort as they read. */
export function newestFirst(one: Ticket, other: Ticket): boolean {
  return one.created_at === other.created_at ? one.id > other.id : one.created_at > other.created_at;
}
