import type { TokenUsage } from './token-usage.ts';

/** A call of an LLM, as it is about to be made. */
export interface SentCall {
  readonly model: string;
  /** The body of the request. */
  readonly sent: object;
  /** Which texts of tickets are in it. */
  readonly texts: SentTexts;
  /** The calls of the same question before it, by their ids. */
  readonly earlier: readonly string[];
}

/** A text of a ticket: its title and description, or a message, by its number. */
export interface SentText {
  readonly ticketId: number;
  readonly number: number;
}

/** What it is asked about, where that is a ticket's already, and the tickets that it is shown as examples. */
export interface SentTexts {
  readonly about: SentText | null;
  readonly examples: readonly number[];
}

/** What came of a call. */
export interface CallEnd {
  /** The body of the answer as it came; null when none did. */
  readonly answer: string | null;
  /** Why it brought no judgement; null when it brought one. */
  readonly failure: string | null;
  /** Null when the server told none. */
  readonly usage: TokenUsage | null;
  /** In the currency of the prices; null when the usage or the price is not known. */
  readonly cost: number | null;
}

/** A call as it is kept. Texts are null once they are forgotten; the end is null while it is under way. */
export interface KeptCall extends CallEnd {
  readonly id: string;
  readonly at: Date;
  readonly model: string;
  readonly sent: unknown;
  readonly endedAt: Date | null;
}

/** What the calls since a moment cost together. */
export interface Spending {
  readonly calls: number;
  readonly cost: number;
  /** So many calls of which the cost is not known: of those that were answered. */
  readonly unknown: number;
}

/** What is sent is kept for so many days. */
export const SENT_KEPT_DAYS = 30;
