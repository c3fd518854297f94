import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What concerns a person is found as fast as what they did. */
export class IndexAuditSubjects1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX audit_events_subject_newest_idx ON audit_events (subject_type, subject_id, occurred_at, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_events_subject_newest_idx');
  }
}
