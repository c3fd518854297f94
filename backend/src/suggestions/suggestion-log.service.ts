import { Injectable } from '@nestjs/common';
import type { LoggedFailure, SourceDay } from './domain/source-day.ts';
import type { SuggestionSource } from './domain/suggestion-source.ts';
import { SuggestionLogRepository } from './suggestion-log.repository.ts';

/** Tells from the ledger how those who suggest have been. */
@Injectable()
export class SuggestionLog {
  constructor(private readonly log: SuggestionLogRepository) {}

  /** What became of the questions that a source was asked within the last 24 hours. */
  lastDay(asked: SuggestionSource): Promise<SourceDay> {
    return this.log.lastDay(asked);
  }

  /** The newest failures of a source, newest first, whenever they were. */
  failures(asked: SuggestionSource, limit: number): Promise<LoggedFailure[]> {
    return this.log.failures(asked, limit);
  }
}
