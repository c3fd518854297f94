import type { TicketEvent } from '../../api/model';

/** Who decided a value that the desk had a proposal for: the desk itself, or the person with this number. */
export type ValueOrigin = { from: 'desk' } | { from: 'person'; person: number } | null;

/** Null when the desk proposed nothing, and while the events do not tell how the value came to be. */
export function valueOrigin(
  events: readonly TicketEvent[],
  field: 'category' | 'priority',
  value: string,
): ValueOrigin {
  let suggested: string | undefined;
  let last: { value: unknown; actor: number | null } | undefined;
  for (const { actor, changes } of events) {
    for (const change of changes) {
      if (change.field !== field) continue;
      // What is suggested for what a customer wrote later counts from then on.
      suggested = change.suggested?.value ?? suggested;
      last = { value: change.to, actor };
    }
  }
  if (suggested === undefined || last?.value !== value) return null;
  if (value === suggested) return { from: 'desk' };
  return last.actor === null ? null : { from: 'person', person: last.actor };
}
