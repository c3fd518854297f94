/** Contacts who are part of a ticket, whoever named them: who asks, and who follows. */
export interface TicketPeople {
  readonly requester: number | null;
  readonly followers: readonly number[];
}

/** Whether a person, by the ids of all contacts who are the same one, asks in a ticket or follows it. */
export function isOneOf({ requester, followers }: TicketPeople, { ids }: { readonly ids: readonly number[] }): boolean {
  return ids.some((id) => id === requester || followers.includes(id));
}
