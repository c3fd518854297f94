import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import type { LoggedFailure, SourceDay } from '../suggestions/domain/source-day.ts';
import { SuggestionLog } from '../suggestions/suggestion-log.service.ts';
import { LlmBudget } from './llm/llm-budget.service.ts';
import { shownAddress } from './domain/shown-address.ts';
import { type SuggesterStatus, suggesterStatus } from './domain/suggester-status.ts';
import { SUGGESTER_CHAIN, type Suggester, type SuggesterChain } from './suggester.ts';

const FAILURES = 20;

/** Which LLM is asked, and how. Whether there is a key is told, the key never. */
export interface LlmSetup {
  readonly provider: string;
  readonly model: string | null;
  /** Without credentials; null for the provider's own address. */
  readonly baseUrl: string | null;
  readonly keySet: boolean;
  readonly promptVersion: string | null;
  readonly timeoutMs: number;
  readonly loadTimeoutMs: number;
  /** What its server turned out not to take since this process was started. */
  readonly notTaken: readonly string[];
}

export interface LlmReport extends LlmSetup {
  readonly lastDay: SourceDay;
  /** The newest twenty, newest first. */
  readonly failures: readonly LoggedFailure[];
}

/** Tells those who run the desk about the LLM. */
@Injectable()
export class LlmReportService {
  constructor(
    private readonly settings: Settings,
    @Inject(SUGGESTER_CHAIN) private readonly chain: SuggesterChain,
    private readonly log: SuggestionLog,
    private readonly budget: LlmBudget,
  ) {}

  get setup(): LlmSetup {
    const { provider, apiKey, baseUrl, timeoutMs, loadTimeoutMs } = this.settings.llm;
    return {
      provider,
      model: this.asked.model,
      baseUrl: baseUrl === null ? null : shownAddress(baseUrl),
      keySet: apiKey !== null,
      promptVersion: this.asked.version,
      timeoutMs,
      loadTimeoutMs,
      notTaken: this.asked.notTaken,
    };
  }

  async report(): Promise<LlmReport> {
    const { source } = this.asked;
    const [lastDay, failures] = await Promise.all([this.log.lastDay(source), this.log.failures(source, FAILURES)]);
    return { ...this.setup, lastDay, failures };
  }

  /** How the LLM is, by what became of the questions of the last day. */
  async health(): Promise<SourceDay & { readonly status: SuggesterStatus }> {
    const [day, { usedUp }] = await Promise.all([this.log.lastDay(this.asked.source), this.budget.state()]);
    return { ...day, status: suggesterStatus(this.asked, day, usedUp && this.asked.source === 'llm') };
  }

  /** The one that LLM_PROVIDER names. */
  private get asked(): Suggester {
    return this.chain[0];
  }
}
