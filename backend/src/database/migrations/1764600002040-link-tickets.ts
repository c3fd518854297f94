import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the desk says of another ticket leads to it. It is no key: that the matter went on elsewhere is told also when that ticket
 * is gone, and whoever lets tickets go need not look for those that lead to them.
 */
export class LinkTickets1764600002040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages ADD COLUMN linked_ticket bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP COLUMN linked_ticket');
  }
}
