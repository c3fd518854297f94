import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../../categories/categories.service.ts';
import type { ConfirmedTicket } from '../../learning/domain/confirmed-ticket.ts';
import { DeskSettings } from '../../suggestions/desk-settings.service.ts';
import { costOf } from '../../suggestions/domain/budget.ts';
import type { TokenUsage } from '../../suggestions/domain/token-usage.ts';
import { LlmCalls } from '../../suggestions/llm-calls.service.ts';
import { LlmBudget } from '../llm/llm-budget.service.ts';
import { mostTokens } from './most-tokens.ts';
import { type LlmSide, type ReplayPlan, SIDE_NAMES } from './domain/replay.ts';

/** What the questions of a replay to LLMs take. */
export interface ReplayCost {
  /** How many questions are asked. */
  readonly questions: number;
  /** No more tokens than these, if each question is asked once. */
  readonly mostTokens: TokenUsage;
  /** What these cost; null when a model has no price. */
  readonly most: number | null;
  /** What it is likely to cost, by what calls of the model took in the last thirty days; null when nobody knows. */
  readonly likely: number | null;
  /** What may still be spent today; null without a bound. */
  readonly left: number | null;
}

/** Knows what a replay would cost, before it is begun. */
@Injectable()
export class ReplayCosts {
  constructor(
    private readonly settings: DeskSettings,
    private readonly categories: CategoriesService,
    private readonly budget: LlmBudget,
    private readonly calls: LlmCalls,
  ) {}

  /** Null when no LLM is asked. */
  async of(plan: ReplayPlan, tickets: readonly ConfirmedTicket[]): Promise<ReplayCost | null> {
    const sides = SIDE_NAMES.flatMap((name) => {
      const side = plan[name];
      return side.by === 'llm' ? [side] : [];
    });
    if (sides.length === 0) return null;
    const [ofSides, { daily, spent }] = await Promise.all([
      Promise.all(sides.map((side) => this.ofSide(side, tickets))),
      this.budget.state(),
    ]);
    return {
      questions: sides.length * tickets.length,
      mostTokens: {
        prompt: ofSides.reduce((sum, { tokens }) => sum + tokens.prompt, 0),
        completion: ofSides.reduce((sum, { tokens }) => sum + tokens.completion, 0),
      },
      most: sumOf(ofSides.map(({ most }) => most)),
      likely: sumOf(ofSides.map(({ likely }) => likely)),
      left: daily === null ? null : Math.max(0, daily - spent),
    };
  }

  private async ofSide(
    { model, examples }: LlmSide,
    tickets: readonly ConfirmedTicket[],
  ): Promise<{ readonly tokens: TokenUsage; readonly most: number | null; readonly likely: number | null }> {
    const [{ prices }, categories, usual] = await Promise.all([
      this.settings.current(),
      this.categories.active(),
      this.calls.usualOf(model),
    ]);
    const tokens = mostTokens(tickets, categories, examples);
    const one = costOf(usual, prices[model]);
    return { tokens, most: costOf(tokens, prices[model]), likely: one === null ? null : one * tickets.length };
  }
}

function sumOf(costs: readonly (number | null)[]): number | null {
  return costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}
