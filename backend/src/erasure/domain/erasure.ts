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
}

/** What became of an erasure. */
export interface Erasure {
  readonly id: string;
  readonly askedAt: Date;
  /** Null while it is under way. */
  readonly finishedAt: Date | null;
  readonly reason: string;
  /** From how many tickets and messages words were removed. */
  readonly tickets: number;
  readonly messages: number;
}
