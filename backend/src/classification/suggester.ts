import type { Category } from '../categories/category.ts';
import type { Judgement, SuggestedBy, Verdicts } from '../suggestions/domain/suggestion.ts';
import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import type { BreakerState } from './domain/breaker-state.ts';

/** The token that the `SuggesterChain` is injected by. */
export const SUGGESTER_CHAIN = Symbol('SuggesterChain');

/** A ticket of this desk that a person has sorted, for an LLM to go by. */
export interface ConfirmedExample {
  readonly id: number;
  readonly text: TicketText;
  readonly category: string;
  readonly priority: TicketPriority;
}

/** What is asked: where a ticket belongs among these categories, and how urgent it is. */
export interface SuggestionRequest {
  readonly text: TicketText;
  /** The number of the ticket, where there is one already. */
  readonly ticketId?: number;
  /** The number of the message of it that is the text; without it, the text is its title and description. */
  readonly message?: number;
  /** Decided tickets like this one, the most similar first. */
  readonly examples?: readonly ConfirmedExample[];
  /** The active ones, in their order. */
  readonly categories: readonly Category[];
}

/** Values for a ticket, checked, how firmly they are meant, and who gave them. */
export interface Proposal extends Judgement, SuggestedBy {
  /** The calls of an LLM that it took, by their ids in the ledger. */
  readonly llmCalls?: readonly string[];
  readonly verdicts: Verdicts;
}

/** Anybody who suggests category and priority: an LLM, a model of the desk's own, or fixed defaults. */
export interface Suggester extends SuggestedBy {
  /** False while something is missing without which it cannot be asked, such as a key. */
  readonly configured: boolean;
  /** What it turned out not to take of what it is sent; for a server of an LLM, in the words of its requests. */
  readonly notTaken: readonly string[];

  /** Whether it is asked at the moment, where it is left alone after outages. */
  readonly breaker?: BreakerState;

  /** Whether it may answer in the place of one that failed, as the desk is set at this moment; without this it may. */
  standsIn?(): Promise<boolean>;

  /**
   * Resolves to a category that was offered, a known priority, and who says so at this moment. Keeps to its own deadline.
   *
   * @param signal fires when nobody waits for the answer any more.
   * @throws SuggesterFailure when it has no suggestion.
   * @throws the signal's reason once it has fired.
   */
  suggest(request: SuggestionRequest, signal: AbortSignal): Promise<Proposal>;
}

/** Who is asked, in this order, until one answers: first the configured one. The last one always answers. */
export type SuggesterChain = readonly [Suggester, ...Suggester[]];
