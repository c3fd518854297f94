import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands around answers that leave as mails, a row for each kind of mail, and the signatures of people. */
export class KeepMailTemplates1764600002220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_templates (
        kind text NOT NULL,
        subject text,
        body text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT mail_templates_pk PRIMARY KEY (kind),
        CONSTRAINT mail_templates_kind_check CHECK (kind IN ('reply', 'acknowledgement')),
        CONSTRAINT mail_templates_words_check CHECK ((subject IS NULL) = (body IS NULL)),
        CONSTRAINT mail_templates_texts_check CHECK (
          char_length(subject) <= 200 AND is_visible(subject) AND char_length(body) <= 5000 AND is_visible(body)),
        CONSTRAINT mail_templates_version_check CHECK (version >= 1)
      )`);
    await runner.query(`INSERT INTO mail_templates (kind) VALUES ('reply')`);
    await runner.query(`
      CREATE TABLE signatures (
        user_id bigint NOT NULL,
        text text NOT NULL,
        CONSTRAINT signatures_pk PRIMARY KEY (user_id),
        CONSTRAINT signatures_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT signatures_text_check CHECK (char_length(text) <= 1000 AND is_visible(text))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signatures');
    await runner.query('DROP TABLE mail_templates');
  }
}
