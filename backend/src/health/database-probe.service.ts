import { Injectable } from '@nestjs/common';
import { PingRepository } from './ping.repository.ts';

/** What a question to the database tells: which PostgreSQL answers, and after how many milliseconds. */
export interface DatabaseState {
  readonly version: string;
  readonly latencyMs: number;
}

/** Knows how the database is. */
@Injectable()
export class DatabaseProbe {
  constructor(private readonly database: PingRepository) {}

  async measure(): Promise<DatabaseState> {
    const asked = performance.now();
    const version = await this.database.serverVersion();
    return { version, latencyMs: Math.round((performance.now() - asked) * 10) / 10 };
  }
}
