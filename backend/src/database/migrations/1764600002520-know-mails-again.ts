import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What mails are known by, however often and on whatever ways they came: of those that have the same identity one stands, and the others
 * are copies of it. The bytes of a copy stay no longer than those of the one that stands, whoever lets go of these. Mails that were read
 * before have no row; nor have those that replicas of the version before read.
 */
export class KnowMailsAgain1764600002520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_identities (
        mail_id bigint NOT NULL,
        identity bytea NOT NULL,
        stands boolean NOT NULL,
        CONSTRAINT mail_identities_pk PRIMARY KEY (mail_id),
        CONSTRAINT mail_identities_mail_fk FOREIGN KEY (mail_id) REFERENCES mails (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX mail_identities_standing_unique ON mail_identities (identity) WHERE stands',
    );
    await runner.query('CREATE INDEX mail_identities_copies_idx ON mail_identities (identity) WHERE NOT stands');
    await runner.query(`
      CREATE FUNCTION let_copies_go() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE mails SET raw = NULL
        FROM mail_identities AS gone JOIN mail_identities AS copy ON copy.identity = gone.identity AND NOT copy.stands
        WHERE gone.mail_id = NEW.id AND gone.stands AND mails.id = copy.mail_id AND mails.raw IS NOT NULL;
        RETURN NULL;
      END
      $$`);
    await runner.query(`
      CREATE TRIGGER mails_copies_trigger AFTER UPDATE OF raw ON mails
      FOR EACH ROW WHEN (OLD.raw IS NOT NULL AND NEW.raw IS NULL) EXECUTE FUNCTION let_copies_go()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER mails_copies_trigger ON mails');
    await runner.query('DROP FUNCTION let_copies_go');
    await runner.query('DROP TABLE mail_identities');
  }
}
