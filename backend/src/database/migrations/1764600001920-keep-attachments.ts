import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files that come with messages, and the contents of those that the database itself keeps. A row is there before its content,
 * with as much room as that may take, and goes after it, so that nothing is anywhere of which nobody knows. What was attached
 * and has lost its ticket or message is nobody's.
 */
export class KeepAttachments1764600001920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachments (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        type text NOT NULL DEFAULT 'application/octet-stream',
        size bigint NOT NULL,
        sha256 text,
        storage text NOT NULL,
        uploaded_by bigint,
        ticket_id bigint,
        message_number integer,
        position smallint,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        arrived_at timestamptz(3),
        attached_at timestamptz(3),
        removing_at timestamptz(3),
        thumbnail bytea,
        CONSTRAINT attachments_pk PRIMARY KEY (id),
        CONSTRAINT attachments_uploaded_by_fk FOREIGN KEY (uploaded_by) REFERENCES users (id),
        CONSTRAINT attachments_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE SET NULL,
        CONSTRAINT attachments_name_check CHECK (char_length(name) BETWEEN 1 AND 255),
        CONSTRAINT attachments_size_check CHECK (size >= 0),
        CONSTRAINT attachments_storage_check CHECK (storage IN ('database', 'folder', 's3')),
        CONSTRAINT attachments_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT attachments_arrived_check CHECK ((arrived_at IS NULL) = (sha256 IS NULL)),
        CONSTRAINT attachments_attached_check CHECK (
          ticket_id IS NULL OR attached_at IS NOT NULL AND message_number IS NOT NULL)
      )`);
    await runner.query(`
      CREATE INDEX attachments_message_idx ON attachments (ticket_id, message_number, position)
      WHERE ticket_id IS NOT NULL`);
    await runner.query('CREATE INDEX attachments_orphan_idx ON attachments (id) WHERE ticket_id IS NULL');
    await runner.query(`
      CREATE TABLE attachment_chunks (
        attachment_id uuid NOT NULL,
        position integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT attachment_chunks_pk PRIMARY KEY (attachment_id, position),
        CONSTRAINT attachment_chunks_attachment_fk FOREIGN KEY (attachment_id) REFERENCES attachments (id)
          ON DELETE CASCADE,
        CONSTRAINT attachment_chunks_position_check CHECK (position >= 0)
      )`);
    // Most files are compressed already.
    await runner.query('ALTER TABLE attachment_chunks ALTER COLUMN content SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_chunks');
    await runner.query('DROP TABLE attachments');
  }
}
