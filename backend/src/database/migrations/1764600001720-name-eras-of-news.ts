import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The era in which numbers of transactions are not given twice. Those that never reached the disk, or the standby that takes
 * over, are given again; and just then PostgreSQL empties what is unlogged. So whoever finds this empty begins another era.
 */
export class NameErasOfNews1764600001720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE news_era (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        CONSTRAINT news_era_pk PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX news_era_only_one_unique ON news_era ((true))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE news_era');
  }
}
