/** By what a ticket came that a customer wrote: the first message of its conversation. */
export const ARRIVALS = ['mail', 'portal'] as const;

export type Arrival = (typeof ARRIVALS)[number];
