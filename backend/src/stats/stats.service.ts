import { Injectable } from '@nestjs/common';
import type { Stats } from './stats.ts';
import { StatsRepository } from './stats.repository.ts';

/** The figures of the desk. */
@Injectable()
export class StatsService {
  constructor(private readonly repository: StatsRepository) {}

  read(): Promise<Stats> {
    return this.repository.read();
  }
}
