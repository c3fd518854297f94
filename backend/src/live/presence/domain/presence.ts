/** What somebody does with a ticket that they have open, from the least to the most: writing is a message that is typed. */
export const ACTIVITIES = ['looking', 'writing', 'changing'] as const;

export type Activity = (typeof ACTIVITIES)[number];

/** Somebody who has a ticket open, at however many places: what they do most to it at one of them counts. */
export interface PersonPresent {
  readonly id: number;
  readonly name: string;
  readonly activity: Activity;
}

/** Who has a ticket open, by name. */
export interface TicketPresence {
  readonly ticket_id: number;
  readonly people: readonly PersonPresent[];
}

/**
 * What has become of those who are present: each ticket of which something else is to be told than before.
 *
 * @param told what was told last, by ticket, as text; it is brought up to date.
 */
export function changesOf(told: Map<number, string>, now: readonly TicketPresence[]): TicketPresence[] {
  const gone = new Set(told.keys());
  const changed: TicketPresence[] = [];
  for (const presence of now) {
    gone.delete(presence.ticket_id);
    const text = JSON.stringify(presence.people);
    if (told.get(presence.ticket_id) === text) continue;
    told.set(presence.ticket_id, text);
    changed.push(presence);
  }
  for (const ticket of gone) {
    told.delete(ticket);
    changed.push({ ticket_id: ticket, people: [] });
  }
  return changed;
}
