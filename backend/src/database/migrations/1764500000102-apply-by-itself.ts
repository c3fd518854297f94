import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Per category an admin may let suggestions apply by themselves, until the record falls. The ledger keeps where that
 * happened: it is nobody's choice, and counts apart.
 */
export class ApplyByItself1764500000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE automatic_categories (
        category text NOT NULL,
        enabled boolean NOT NULL,
        target double precision NOT NULL,
        changed_at timestamptz(3) NOT NULL DEFAULT now(),
        changed_by bigint,
        stopped_at timestamptz(3),
        stopped_right integer,
        stopped_of integer,
        CONSTRAINT automatic_categories_pk PRIMARY KEY (category),
        CONSTRAINT automatic_categories_category_fk FOREIGN KEY (category) REFERENCES categories (key),
        CONSTRAINT automatic_categories_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (id),
        CONSTRAINT automatic_categories_target_check CHECK (target BETWEEN 0.5 AND 0.99),
        CONSTRAINT automatic_categories_stopped_check
          CHECK (num_nulls(stopped_at, stopped_right, stopped_of) IN (0, 3) AND NOT (enabled AND stopped_at IS NOT NULL))
      )`);
    // DrawForTriage makes its index, while others read and write.
    await runner.query('ALTER TABLE suggestions ADD COLUMN applied_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE suggestions DROP COLUMN applied_at');
    await runner.query('DROP TABLE automatic_categories');
  }
}
