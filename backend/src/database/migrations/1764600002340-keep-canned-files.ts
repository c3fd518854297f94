import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of canned answers, and canned answers that are deleted but can be brought back. A file that one has is an attachment that
 * nobody sends; whoever tidies up leaves it alone, processes of the version before too, which know nothing of such files: they may
 * show a deleted answer until they are gone.
 */
export class KeepCannedFiles1764600002340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE canned_answers ADD COLUMN deleted_at timestamptz(3)');
    await runner.query(
      'CREATE INDEX canned_answers_deleted_idx ON canned_answers (deleted_at) WHERE deleted_at IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE canned_files (
        attachment_id uuid NOT NULL,
        canned_answer bigint NOT NULL,
        position smallint NOT NULL,
        CONSTRAINT canned_files_pk PRIMARY KEY (attachment_id),
        CONSTRAINT canned_files_attachment_fk FOREIGN KEY (attachment_id) REFERENCES attachments (id) ON DELETE CASCADE,
        CONSTRAINT canned_files_answer_fk FOREIGN KEY (canned_answer) REFERENCES canned_answers (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX canned_files_answer_idx ON canned_files (canned_answer, position)');
    await runner.query(`
      CREATE FUNCTION keep_canned_file() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM canned_files WHERE attachment_id = NEW.id) THEN RETURN NULL; END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER attachments_keep_canned BEFORE UPDATE OF removing_at ON attachments
      FOR EACH ROW WHEN (NEW.removing_at IS NOT NULL) EXECUTE FUNCTION keep_canned_file()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER attachments_keep_canned ON attachments');
    await runner.query('DROP FUNCTION keep_canned_file');
    await runner.query('DROP TABLE canned_files');
    // The version before knows no deleted ones.
    await runner.query('DELETE FROM canned_answers WHERE deleted_at IS NOT NULL');
    await runner.query('ALTER TABLE canned_answers DROP COLUMN deleted_at');
  }
}
