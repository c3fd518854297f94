import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { type LlmStatus, llmStatus } from './domain/suggester-status.ts';
import { shownAddress } from './domain/shown-address.ts';
import type { LlmDay, LoggedFailure } from '../suggestions/domain/source-day.ts';
import { SuggestionLog } from '../suggestions/suggestion-log.service.ts';
import { LLM_PROVIDER, type LlmProvider } from './llm-provider.ts';

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
}

export interface LlmReport extends LlmSetup {
  readonly lastDay: LlmDay;
  /** The newest twenty, newest first. */
  readonly failures: readonly LoggedFailure[];
}

/** Tells those who run the desk about the LLM. */
@Injectable()
export class LlmReportService {
  constructor(
    private readonly settings: Settings,
    @Inject(LLM_PROVIDER) private readonly llm: LlmProvider,
    private readonly log: SuggestionLog,
  ) {}

  get setup(): LlmSetup {
    const { provider, apiKey, baseUrl, timeoutMs } = this.settings.llm;
    return {
      provider,
      model: this.llm.model,
      baseUrl: baseUrl === null ? null : shownAddress(baseUrl),
      keySet: apiKey !== null,
      promptVersion: this.llm.promptVersion,
      timeoutMs,
    };
  }

  async report(): Promise<LlmReport> {
    const [lastDay, failures] = await Promise.all([this.log.lastDay(), this.log.failures(FAILURES)]);
    return { ...this.setup, lastDay, failures };
  }

  /** How the LLM is, by what became of the questions of the last day. */
  async health(): Promise<LlmDay & { readonly status: LlmStatus }> {
    const day = await this.log.lastDay();
    return { ...day, status: llmStatus(this.setup.keySet, day) };
  }
}
