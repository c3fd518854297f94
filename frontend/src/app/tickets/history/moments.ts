import type { TicketEvent } from '../../api/model';

/** Changes this close together read as one. */
const TOGETHER_MS = 60_000;

/**
 * Joins what one person changed in one go, with nothing said in between. A field that was changed twice stays apart, so that
 * nothing which happened is left out.
 */
export function moments(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const joined: TicketEvent[] = [];
  let version = 0;
  for (const event of events) {
    const last = joined.at(-1);
    if (last && event.version === version + 1 && together(last, event))
      joined[joined.length - 1] = { ...last, changes: [...last.changes, ...event.changes] };
    else joined.push(event);
    version = event.version;
  }
  return joined;
}

function together(one: TicketEvent, next: TicketEvent): boolean {
  return (
    one.kind === 'changed' &&
    next.kind === 'changed' &&
    one.actor === next.actor &&
    one.via === next.via &&
    one.contact?.id === next.contact?.id &&
    one.token_name === next.token_name &&
    one.bulk_run_id === next.bulk_run_id &&
    Date.parse(next.at) - Date.parse(one.at) < TOGETHER_MS &&
    !next.changes.some(({ field }) => one.changes.some((change) => change.field === field))
  );
}
