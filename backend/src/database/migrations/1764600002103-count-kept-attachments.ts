import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts the bytes of the attachments that are there, while others read and write: of one moment, what has been added since
 * CountAttachments goes and all that is there is counted in its place. What comes later stays as it is.
 */
export class CountKeptAttachments1764600002103 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH counted AS (DELETE FROM attachment_bytes)
      INSERT INTO attachment_bytes (bytes) SELECT coalesce(sum(size), 0) FROM attachments`);
  }

  /** The table goes with CountAttachments. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
