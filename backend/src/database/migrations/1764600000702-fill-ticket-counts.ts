import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts what was written before counts were kept. In a transaction of its own: tickets are written meanwhile, and what is
 * written is counted by the triggers, which are there already.
 */
export class FillTicketCounts1764600000702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT rebuild_ticket_counts()');
  }

  /** Nothing is to be taken back: the counts go with their tables. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
