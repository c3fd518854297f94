import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who writes to the desk can be erased. Their name and addresses go from the contact at once and are kept here until a job has been
 * everywhere; then all that is left is who asked for it, when and why, and how much it was.
 */
export class ErasePeople1764600002082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasures (
        id uuid NOT NULL DEFAULT uuidv7(),
        contact_id bigint NOT NULL,
        contacts bigint[] NOT NULL,
        names text[],
        addresses text[],
        reason text NOT NULL,
        requested_by bigint,
        via text NOT NULL,
        token_id uuid,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3),
        tickets integer NOT NULL DEFAULT 0,
        messages integer NOT NULL DEFAULT 0,
        CONSTRAINT erasures_pk PRIMARY KEY (id),
        CONSTRAINT erasures_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id),
        CONSTRAINT erasures_requested_by_fk FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT erasures_token_fk FOREIGN KEY (token_id) REFERENCES api_tokens (id),
        CONSTRAINT erasures_via_check CHECK (is_via(via)),
        CONSTRAINT erasures_reason_check CHECK (char_length(reason) <= 500 AND is_visible(reason)),
        CONSTRAINT erasures_finished_check CHECK ((finished_at IS NULL) = (names IS NOT NULL)
          AND (finished_at IS NULL) = (addresses IS NOT NULL))
      )`);
    await runner.query(forgettingOf(LABEL, SEARCH));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forgettingOf(LABEL));
    await runner.query('DROP TABLE erasures');
  }
}

const LABEL = `to_jsonb(NEW) - 'subject_label' = to_jsonb(OLD) - 'subject_label' AND NEW.subject_label IS NULL`;
/** What somebody was looking for when they changed or exported many tickets: a name, an address. */
const SEARCH = `to_jsonb(NEW) - 'details' = to_jsonb(OLD) - 'details' AND NEW.details = OLD.details #- '{filter,search}'`;

/** What may go from an event of the audit log. */
function forgettingOf(...ways: readonly string[]): string {
  return `
      CREATE OR REPLACE FUNCTION allow_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF ${ways.join(' OR ')} THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`;
}
