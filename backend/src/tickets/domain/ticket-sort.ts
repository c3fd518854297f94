/** The orders of a list. Tickets of the same moment follow one another by number. */
export const TICKET_SORTS = ['newest', 'oldest', 'recently_changed', 'least_recently_changed', 'most_urgent'] as const;

export type TicketSort = (typeof TICKET_SORTS)[number];

/** The time that an order goes by, and whether the latest comes first. */
export interface TicketOrder {
  readonly by: 'createdAt' | 'updatedAt';
  readonly descending: boolean;
  /** Priority comes before time: the most urgent first, or last when `descending`. */
  readonly byUrgency?: true;
}

export const TICKET_ORDERS: Readonly<Record<TicketSort, TicketOrder>> = {
  newest: { by: 'createdAt', descending: true },
  oldest: { by: 'createdAt', descending: false },
  recently_changed: { by: 'updatedAt', descending: true },
  least_recently_changed: { by: 'updatedAt', descending: false },
  most_urgent: { by: 'createdAt', descending: false, byUrgency: true },
};

/** The same order from its end. */
export function turned(order: TicketOrder): TicketOrder {
  return { ...order, descending: !order.descending };
}
