import type { TokenPrice } from './token-price.ts';
import type { TokenUsage } from './token-usage.ts';

const MILLION = 1_000_000;

/** What a call cost, in the currency of the prices; null when nobody knows its tokens or their price. */
export function costOf(usage: TokenUsage | null, price: TokenPrice | undefined): number | null {
  return usage && price ? (usage.prompt * price.input + usage.completion * price.output) / MILLION : null;
}

/** How the budget of a day stands. */
export interface BudgetState {
  /** What may be spent in a day; null when there is no bound. */
  readonly daily: number | null;
  /** What today's calls cost, as far as it is known. */
  readonly spent: number;
  readonly calls: number;
  /** Answered calls of which the cost is not known. */
  readonly unknown: number;
  /** Whether the model that is asked has a price; without one nothing is known to be spent. */
  readonly priced: boolean;
  readonly usedUp: boolean;
  /** When the next day begins. */
  readonly endsAt: Date;
}

/** Whether nothing more may be spent today; a budget of nothing is used up from the beginning. */
export function isUsedUp(daily: number | null, spent: number): boolean {
  return daily !== null && spent >= daily;
}
