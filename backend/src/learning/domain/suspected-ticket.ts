/** A ticket that looks filed wrongly, as the newest refit found it. */
export interface SuspectedTicket {
  /** The number of the ticket. */
  readonly id: number;
  /** The key of the category that it had then. */
  readonly filed: string;
  /** The key of the category where it looks as if it belonged. */
  readonly likelier: string;
  /** How sure a model was of that which had not learned from the ticket, from 0 to 1. */
  readonly confidence: number;
}
