import { Injectable } from '@nestjs/common';
import { lastDays } from '../../common/local-days.ts';
import { Settings } from '../../config/settings.ts';
import { DeskSettings } from '../../suggestions/desk-settings.service.ts';
import { type BudgetState, isUsedUp } from '../../suggestions/domain/budget.ts';
import { LlmCalls } from '../../suggestions/llm-calls.service.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';

/**
 * What the LLM may cost in a day of the desk's time zone. What was spent stands in the database, where every process looks
 * before each call: together they exceed it by no more than the calls that are under way.
 */
@Injectable()
export class LlmBudget {
  constructor(
    private readonly settings: Settings,
    private readonly desk: DeskSettings,
    private readonly calls: LlmCalls,
  ) {}

  async state(now = new Date()): Promise<BudgetState> {
    const { dailyBudget: daily, prices } = await this.desk.current();
    const { bounds } = lastDays(1, now, this.settings.timeZone);
    const [begins = now, endsAt = now] = bounds;
    const { calls, cost: spent, unknown } = await this.calls.since(begins);
    const priced = Object.hasOwn(prices, this.settings.llm.model);
    return { daily, spent, calls, unknown, priced, usedUp: isUsedUp(daily, spent), endsAt };
  }

  /** @throws SuggesterFailure `budget_used` when nothing may be spent any more today. */
  async require(): Promise<void> {
    const { dailyBudget } = await this.desk.current();
    if (dailyBudget !== null && (await this.state()).usedUp) throw new SuggesterFailure('budget_used');
  }
}
