import { Injectable } from '@nestjs/common';
import type { LlmDay, LoggedFailure } from './domain/source-day.ts';
import { SuggestionLogRepository } from './suggestion-log.repository.ts';

/** Tells from the ledger how those who suggest have been. */
@Injectable()
export class SuggestionLog {
  constructor(private readonly log: SuggestionLogRepository) {}

  /** What became of the questions of the last 24 hours. */
  lastDay(): Promise<LlmDay> {
    return this.log.lastDay();
  }

  /** The newest failures, newest first, whenever they were. */
  failures(limit: number): Promise<LoggedFailure[]> {
    return this.log.failures(limit);
  }
}
