import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Beside a suggestion of the desk's own model stand the tickets that were nearest to it. Their numbers alone: of a ticket that is
 * gone nothing is left that could be told.
 */
export class KeepNearestTickets1764600000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE suggestions ADD COLUMN nearest_tickets bigint[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE suggestions DROP COLUMN nearest_tickets');
  }
}
