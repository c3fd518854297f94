import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LlmDay, LoggedFailure } from './domain/source-day.ts';

/** Reads from the ledger how the LLM has been. */
@Injectable()
export class SuggestionLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What became of the questions of the last 24 hours. */
  async lastDay(): Promise<LlmDay> {
    const rows: LlmDay[] = await this.dataSource.query(`
      SELECT count(*)::int AS asked, (count(*) FILTER (WHERE source = 'llm'))::int AS answered,
        (count(*) FILTER (WHERE source = 'default'))::int AS failed,
        max(created_at) FILTER (WHERE source = 'llm') AS "lastAnswerAt",
        max(created_at) FILTER (WHERE source = 'default') AS "lastFailureAt"
      FROM suggestions WHERE created_at > now() - interval '1 day'`);
    if (!rows[0]) throw new Error('The database returned no figures');
    return rows[0];
  }

  /** The newest failures, newest first, whenever they were. */
  failures(limit: number): Promise<LoggedFailure[]> {
    return this.dataSource.query(
      `SELECT created_at AS at, failure_reason AS reason, model, latency_ms AS "latencyMs"
       FROM suggestions WHERE failure_reason IS NOT NULL ORDER BY created_at DESC LIMIT $1`,
      [limit],
    );
  }
}
