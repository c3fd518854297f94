import type { Authored } from '../../../common/author.ts';

export const REASON_MAX = 500;

/** Which messages of a ticket lose their words, and why; the description, and with it the title, has the number 1. */
export interface AskedRedaction {
  readonly ticketId: number;
  readonly numbers: readonly number[];
  readonly reason: string;
}

/** Who removed the words of a message, when and why. */
export interface Redaction extends Authored {
  readonly at: Date;
  /** What the user is called; null where there is none. */
  readonly actorName: string | null;
  readonly reason: string;
}
