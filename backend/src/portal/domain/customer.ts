import type { Reader } from '../../conversation/domain/public-message.ts';

/** Somebody who writes to the desk and has shown that an address is theirs: what their contacts have is theirs. */
export interface Customer extends Reader {
  readonly sessionId: string;
  /** The address with which they signed in. */
  readonly address: string;
  readonly name: string;
  /** The contact who stands for them. */
  readonly id: number;
}
