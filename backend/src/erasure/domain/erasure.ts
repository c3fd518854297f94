import type { Author } from '../../common/author.ts';
import type { ForgottenPerson } from '../../forgetting/word-keeper.ts';

/** An erasure that is asked for. */
export interface AskedErasure {
  readonly person: ForgottenPerson;
  readonly reason: string;
  readonly by: Author;
}

/** An erasure as it is under way. */
export interface OpenErasure extends AskedErasure {
  readonly id: string;
  readonly askedAt: Date;
  /** The id of the last mail that was gone over; 0 before the first. */
  readonly lastMail: number;
}

/** What an erasure is at: tickets, mails as they came, then the rest of what is known of somebody, until it is done. */
export const ERASURE_STEPS = ['tickets', 'mails', 'rest', 'done'] as const;

export type ErasureStep = (typeof ERASURE_STEPS)[number];

/** What became of an erasure, or how far it is. */
export interface Erasure {
  readonly id: string;
  readonly askedAt: Date;
  /** Null while it is under way. */
  readonly finishedAt: Date | null;
  readonly reason: string;
  /** From how many tickets and messages words were removed. */
  readonly tickets: number;
  readonly messages: number;
  readonly step: ErasureStep;
  /** How many mails were gone over. */
  readonly mails: number;
  /** Of how many; null before they are begun with. */
  readonly mailsInAll: number | null;
}
