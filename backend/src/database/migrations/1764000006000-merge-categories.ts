import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A category may be merged into another. Labels are unique among those that are not merged, without regard to case:
 * people choose by them. A deferred trigger refuses the end of a transaction that leaves no active category; it takes a
 * lock first, so that two admins who retire the last two at the same moment cannot both succeed.
 */
export class MergeCategories1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE categories
        ADD COLUMN merged_into text,
        ADD CONSTRAINT categories_merged_into_fk FOREIGN KEY (merged_into) REFERENCES categories (key),
        ADD CONSTRAINT categories_merged_into_check CHECK (merged_into IS NULL OR (merged_into <> key AND NOT active)),
        ADD CONSTRAINT categories_label_line_check CHECK (label !~ '[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029]')`);
    await runner.query(
      'CREATE UNIQUE INDEX categories_label_unique ON categories (lower(label)) WHERE merged_into IS NULL',
    );
    await runner.query(`
      CREATE FUNCTION keep_a_category() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(7204117);
        IF NOT EXISTS (SELECT FROM categories WHERE active) THEN
          RAISE EXCEPTION 'The desk needs an active category'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'categories_last_active_check', TABLE = 'categories';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER categories_last_active_check AFTER UPDATE OF active OR DELETE ON categories
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (OLD.active) EXECUTE FUNCTION keep_a_category()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER categories_last_active_check ON categories');
    await runner.query('DROP FUNCTION keep_a_category');
    await runner.query('DROP INDEX categories_label_unique');
    await runner.query('ALTER TABLE categories DROP CONSTRAINT categories_label_line_check, DROP COLUMN merged_into');
  }
}
