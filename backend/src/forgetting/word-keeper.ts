import type { Transaction } from '../database/unit-of-work.ts';

/** The number that the description of a ticket, and with it the title, has among its messages. */
export const DESCRIPTION = 1;

/** Messages of a ticket whose words are being removed, the description (`DESCRIPTION`) perhaps among them. */
export interface ChosenMessages {
  readonly ticketId: number;
  readonly numbers: readonly number[];
}

/** The same, with what they said until now. */
export interface ForgottenMessages extends ChosenMessages {
  readonly texts: readonly string[];
}

/**
 * Somebody whose words and traces are being removed: all contacts who are them, their names, and their addresses in lower case and as
 * they were written.
 */
export interface ForgottenPerson {
  readonly contacts: readonly number[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * A room that keeps words of those who write to the desk, or copies of them: how it lets go of them. Each part is done in the
 * transaction that removes the words, may be asked again after a crash, and then does nothing.
 */
export interface WordKeeper {
  /** What it keeps that messages say, before any of it goes: others keep words of it. */
  textsOf?(transaction: Transaction, chosen: ChosenMessages): Promise<readonly string[]>;

  forgetMessages?(transaction: Transaction, gone: ForgottenMessages): Promise<void>;

  /**
   * After what they wrote has been removed, in a transaction of each room by itself. Each statement may take minutes, and nobody's ticket
   * is held: what is kept with tickets is not for here.
   *
   * @param before what came or was written to an address of theirs later stays: whoever writes anew is somebody new.
   */
  forgetPerson?(transaction: Transaction, gone: ForgottenPerson, before: Date): Promise<void>;

  /** The same of what is kept with tickets that name them. The transaction holds these few. */
  forgetPersonWithin?(
    transaction: Transaction,
    ticketIds: readonly number[],
    gone: ForgottenPerson,
    before: Date,
  ): Promise<void>;

  /** Once all that was to go is gone: what was made of many words together is made anew, by jobs. */
  makeAnew?(transaction: Transaction, of: { readonly descriptions: boolean }): Promise<void>;
}
