import type { MigrationInterface, QueryRunner } from 'typeorm';

const HISTORY_BEFORE = ['title', 'description', 'status', 'category', 'priority', 'assignee'];

/**
 * A ticket may wait for somebody to sort it, and may be the duplicate of another, which closes it; history tells of both.
 * The ledger keeps how a suggestion was shown, all that led to it, and what became of the choice: a suggestion for a ticket
 * that waits stands beside it before anybody has chosen. Settings of the desk are one row; null is what the environment says.
 *
 * `duplicate_of` is no foreign key: the other ticket may be gone for good, and what was said of this one stays true.
 *
 * The tables are locked for a moment: what the ledger keeps of earlier choices is filled in, and what is there is checked,
 * by FillLedger, while others read and write.
 */
export class LedgerOfDecisions1764400020001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets
        ADD COLUMN triage text,
        ADD COLUMN duplicate_of bigint,
        ADD CONSTRAINT tickets_triage_check CHECK (triage IN ('pending')) NOT VALID,
        ADD CONSTRAINT tickets_duplicate_check CHECK (duplicate_of <> id AND status = 'closed' OR duplicate_of IS NULL) NOT VALID`);
    await runner.query(checkOfHistory([...HISTORY_BEFORE, 'triage', 'duplicate_of']));

    await runner.query(`
      ALTER TABLE suggestions
        ADD COLUMN shown_as text NOT NULL DEFAULT 'shown',
        ADD COLUMN details jsonb,
        ADD COLUMN chosen_by bigint,
        ADD COLUMN final_category text,
        ADD COLUMN final_priority text,
        ADD COLUMN final_at timestamptz(3),
        ADD COLUMN corrected boolean NOT NULL DEFAULT false`);
    await runner.query(`
      ALTER TABLE suggestions
        ADD CONSTRAINT suggestions_chosen_by_fk FOREIGN KEY (chosen_by) REFERENCES users (id) NOT VALID,
        ADD CONSTRAINT suggestions_final_category_fk FOREIGN KEY (final_category) REFERENCES categories (key) NOT VALID,
        ADD CONSTRAINT suggestions_final_priority_check
          CHECK (final_priority IN ('low', 'medium', 'high', 'critical')) NOT VALID,
        ADD CONSTRAINT suggestions_shown_as_check CHECK (shown_as IN ('shown', 'hidden', 'abstained')) NOT VALID,
        ADD CONSTRAINT suggestions_details_check CHECK (jsonb_typeof(details) = 'object') NOT VALID,
        ADD CONSTRAINT suggestions_final_check
          CHECK (num_nulls(final_category, final_priority, final_at) IN (0, 3) AND (chosen_at IS NOT NULL OR final_at IS NULL AND NOT corrected)) NOT VALID,
        DROP CONSTRAINT suggestions_choice_check,
        ADD CONSTRAINT suggestions_choice_check
          CHECK (num_nulls(chosen_category, chosen_priority, chosen_at) IN (0, 3) AND (chosen_by IS NULL OR chosen_at IS NOT NULL)) NOT VALID`);

    await runner.query(`
      CREATE TABLE desk_settings (
        id smallint NOT NULL DEFAULT 1,
        fallback text,
        hidden_share double precision,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_by bigint,
        CONSTRAINT desk_settings_pk PRIMARY KEY (id),
        CONSTRAINT desk_settings_updated_by_fk FOREIGN KEY (updated_by) REFERENCES users (id),
        CONSTRAINT desk_settings_one_check CHECK (id = 1),
        CONSTRAINT desk_settings_fallback_check CHECK (fallback IN ('defaults', 'local')),
        CONSTRAINT desk_settings_hidden_share_check CHECK (hidden_share BETWEEN 0 AND 0.5),
        CONSTRAINT desk_settings_version_check CHECK (version >= 1)
      )`);
    await runner.query('INSERT INTO desk_settings DEFAULT VALUES');
  }

  /** What waited is sorted as it is, a duplicate is closed like any other; history keeps what it told. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_settings');
    await runner.query('DELETE FROM suggestions WHERE ticket_id IS NOT NULL AND chosen_at IS NULL');
    await runner.query(`
      ALTER TABLE suggestions
        DROP CONSTRAINT suggestions_choice_check,
        DROP CONSTRAINT suggestions_final_check,
        DROP COLUMN shown_as,
        DROP COLUMN details,
        DROP COLUMN chosen_by,
        DROP COLUMN final_category,
        DROP COLUMN final_priority,
        DROP COLUMN final_at,
        DROP COLUMN corrected,
        ADD CONSTRAINT suggestions_choice_check
          CHECK (num_nulls(chosen_category, chosen_priority, chosen_at) IN (0, 3) AND (ticket_id IS NULL OR chosen_at IS NOT NULL))`);
    await runner.query(checkOfHistory(HISTORY_BEFORE));
    await runner.query('ALTER TABLE tickets DROP COLUMN triage, DROP COLUMN duplicate_of');
  }
}

function fieldsThatDiffer(columns: readonly string[]): string {
  const values = columns.map((column) => `('${column}', to_jsonb(OLD.${column}), to_jsonb(NEW.${column}))`);
  return `SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'from', before, 'to', after)), '[]')
          INTO difference
          FROM (VALUES ${values.join(', ')}) AS fields (field, before, after)
          WHERE before IS DISTINCT FROM after;`;
}

/** Refuses what history does not tell of these columns. */
function checkOfHistory(columns: readonly string[]): string {
  return `
      CREATE OR REPLACE FUNCTION check_ticket_history() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        told boolean;
        difference jsonb;
        wanted text;
      BEGIN
        IF TG_OP = 'INSERT' THEN
          SELECT coalesce(bool_or(version = NEW.version AND (kind = 'deleted') = (NEW.deleted_at IS NOT NULL)), false)
             AND NOT coalesce(bool_or(version > NEW.version AND kind = 'deleted'), false)
          INTO told FROM ticket_events WHERE ticket_id = NEW.id AND version >= NEW.version;
        ELSIF TG_OP = 'DELETE' THEN
          told := OLD.deleted_at IS NOT NULL AND EXISTS (
            SELECT FROM ticket_events WHERE ticket_id = OLD.id AND version = OLD.version AND kind = 'deleted');
        ELSIF OLD IS NOT DISTINCT FROM NEW THEN
          RETURN NULL;
        ELSE
          wanted := CASE
            WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NULL THEN 'changed'
            WHEN OLD.deleted_at IS NULL THEN 'deleted'
            WHEN NEW.deleted_at IS NULL THEN 'restored'
          END;
          ${fieldsThatDiffer(columns)}
          told := NEW.version = OLD.version + 1
            AND (NEW.id, NEW.created_at) = (OLD.id, OLD.created_at)
            AND NEW.created_by IS NOT DISTINCT FROM OLD.created_by
            AND EXISTS (
              SELECT FROM ticket_events
              WHERE ticket_id = NEW.id AND version = NEW.version AND kind = wanted
                AND changes @> difference AND jsonb_array_length(changes) = jsonb_array_length(difference));
        END IF;
        IF NOT told THEN
          RAISE EXCEPTION 'The history of ticket % does not tell of this %', coalesce(NEW.id, OLD.id), lower(TG_OP)
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tickets_history_check', TABLE = 'tickets';
        END IF;
        RETURN NULL;
      END $$`;
}
