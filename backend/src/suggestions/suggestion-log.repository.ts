import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LoggedFailure, SourceDay } from './domain/source-day.ts';
import type { SuggestionSource } from './domain/suggestion-source.ts';

/** Reads from the ledger how those who suggest have been. */
@Injectable()
export class SuggestionLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What became of the questions that a source was asked within the last 24 hours. */
  async lastDay(asked: SuggestionSource): Promise<SourceDay> {
    const rows: SourceDay[] = await this.dataSource.query(
      `SELECT count(*)::int AS asked, (count(*) FILTER (WHERE failure_reason IS NULL))::int AS answered,
         (count(*) FILTER (WHERE failure_reason IS NOT NULL))::int AS failed,
         max(created_at) FILTER (WHERE failure_reason IS NULL) AS "lastAnswerAt",
         max(created_at) FILTER (WHERE failure_reason IS NOT NULL) AS "lastFailureAt"
       FROM suggestions WHERE asked = $1 AND created_at > now() - interval '1 day'`,
      [asked],
    );
    if (!rows[0]) throw new Error('The database returned no figures');
    return rows[0];
  }

  /** The newest failures of a source, newest first, whenever they were. */
  failures(asked: SuggestionSource, limit: number): Promise<LoggedFailure[]> {
    return this.dataSource.query(
      `SELECT created_at AS at, failure_reason AS reason, model, latency_ms AS "latencyMs"
       FROM suggestions WHERE asked = $1 AND failure_reason IS NOT NULL ORDER BY created_at DESC LIMIT $2`,
      [asked, limit],
    );
  }
}
