import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS_BEFORE = `'created', 'changed', 'deleted', 'restored', 'message'`;

/** What stands in the place of a title or description whose words were removed. */
const REMOVED = '(words removed)';

/**
 * Lets admins remove what was written: an event says that words went and who removed them, `redactions` says of which messages
 * and why (the description has the number 1). With such an event in the same transaction, and only then, the texts that earlier
 * events quote may go from them; nothing else of an event ever changes. A title or description gives way to just one text. Of the
 * audit log only the label may go by which an event calls its subject: a title.
 *
 * The check of old events is left to the next migration, which looks at them while others write.
 */
export class AllowRedaction1764600002080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allowKinds(runner, `${KINDS_BEFORE}, 'redacted'`);
    await runner.query(`
      CREATE TABLE redactions (
        ticket_id bigint NOT NULL,
        number integer NOT NULL,
        version integer NOT NULL,
        reason text NOT NULL,
        CONSTRAINT redactions_pk PRIMARY KEY (ticket_id, number, version),
        CONSTRAINT redactions_event_fk FOREIGN KEY (ticket_id, version) REFERENCES ticket_events (ticket_id, version),
        CONSTRAINT redactions_number_check CHECK (number >= 1 AND number < version),
        CONSTRAINT redactions_reason_check CHECK (char_length(reason) <= 500 AND is_visible(reason))
      )`);
    await runner.query(`
      CREATE TRIGGER redactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON redactions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE FUNCTION redacted_changes(changes jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(jsonb_agg(CASE WHEN change ->> 'field' IN ('title', 'description')
          THEN jsonb_build_object('field', change -> 'field', 'from', NULL, 'to', NULL) ELSE change END ORDER BY place), '[]')
        FROM jsonb_array_elements(changes) WITH ORDINALITY AS told (change, place)
      $$`);
    await runner.query(`
      CREATE FUNCTION allow_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'changes' = to_jsonb(OLD) - 'changes' AND NEW.changes = redacted_changes(OLD.changes) AND EXISTS (
          SELECT FROM ticket_events
          WHERE ticket_id = OLD.ticket_id AND version > OLD.version AND kind = 'redacted'
            AND transaction_id = pg_current_xact_id()::text::bigint
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query('DROP TRIGGER ticket_events_append_only ON ticket_events');
    await runner.query(`
      CREATE TRIGGER ticket_events_append_only BEFORE DELETE OR TRUNCATE ON ticket_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TRIGGER ticket_events_redaction_only BEFORE UPDATE ON ticket_events
      FOR EACH ROW EXECUTE FUNCTION allow_redaction()`);
    await runner.query(`
      CREATE FUNCTION allow_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'subject_label' = to_jsonb(OLD) - 'subject_label' AND NEW.subject_label IS NULL THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query('DROP TRIGGER audit_events_append_only ON audit_events');
    await runner.query(`
      CREATE TRIGGER audit_events_append_only BEFORE DELETE OR TRUNCATE ON audit_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TRIGGER audit_events_forgetting_only BEFORE UPDATE ON audit_events
      FOR EACH ROW EXECUTE FUNCTION allow_forgetting()`);
    await runner.query(checkOfHistory({ update: `${BEFORE} OR ${OF_REDACTION}`, goneBy: `'deleted', 'redacted'` }));
  }

  /** Events of redactions stay; that they are of no kind known before is borne. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(checkOfHistory({ update: BEFORE, goneBy: `'deleted'` }));
    await runner.query('DROP TRIGGER audit_events_forgetting_only ON audit_events');
    await runner.query('DROP TRIGGER audit_events_append_only ON audit_events');
    await runner.query(`
      CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query('DROP FUNCTION allow_forgetting');
    await runner.query('DROP TRIGGER ticket_events_redaction_only ON ticket_events');
    await runner.query('DROP TRIGGER ticket_events_append_only ON ticket_events');
    await runner.query(`
      CREATE TRIGGER ticket_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query('DROP FUNCTION allow_redaction, redacted_changes');
    await runner.query('DROP TABLE redactions');
    await this.allowKinds(runner, KINDS_BEFORE);
  }

  private async allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_events DROP CONSTRAINT ticket_events_kind_check,
        ADD CONSTRAINT ticket_events_kind_check CHECK (kind IN (${kinds})) NOT VALID`);
  }
}

const FIELDS = [
  'title',
  'description',
  'status',
  'category',
  'priority',
  'assignee',
  'triage',
  'duplicate_of',
  'requester',
];
const BEFORE = `kind = wanted AND changes @> difference AND jsonb_array_length(changes) = jsonb_array_length(difference)
                  OR wanted = 'changed' AND kind = 'message' AND difference = '[]'
                  OR wanted = 'changed' AND kind = wanted AND difference = '[]'
                    AND NOT jsonb_path_exists(changes, '$[*] ? (@.field != "followers")')`;
/** Also of a deleted ticket. */
const OF_REDACTION = `kind = 'redacted' AND changes = '[]' AND NEW.deleted_at IS NOT DISTINCT FROM OLD.deleted_at
                    AND NOT jsonb_path_exists(difference, '$[*] ? (@.field != "title" && @.field != "description" || @.to != "${REMOVED}")')`;

/** Refuses what history does not tell; `update` is what an event must be like to tell of an update. */
function checkOfHistory({ update, goneBy }: { readonly update: string; readonly goneBy: string }): string {
  const values = FIELDS.map((column) => `('${column}', to_jsonb(OLD.${column}), to_jsonb(NEW.${column}))`);
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
            SELECT FROM ticket_events WHERE ticket_id = OLD.id AND version = OLD.version AND kind IN (${goneBy}));
        ELSIF OLD IS NOT DISTINCT FROM NEW THEN
          RETURN NULL;
        ELSE
          wanted := CASE
            WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NULL THEN 'changed'
            WHEN OLD.deleted_at IS NULL THEN 'deleted'
            WHEN NEW.deleted_at IS NULL THEN 'restored'
          END;
          SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'from', before, 'to', after)), '[]')
          INTO difference
          FROM (VALUES ${values.join(', ')}) AS fields (field, before, after)
          WHERE before IS DISTINCT FROM after;
          told := NEW.version = OLD.version + 1
            AND (NEW.id, NEW.created_at) = (OLD.id, OLD.created_at)
            AND NEW.created_by IS NOT DISTINCT FROM OLD.created_by
            AND EXISTS (
              SELECT FROM ticket_events
              WHERE ticket_id = NEW.id AND version = NEW.version
                AND (${update}));
        END IF;
        IF NOT told THEN
          RAISE EXCEPTION 'The history of ticket % does not tell of this %', coalesce(NEW.id, OLD.id), lower(TG_OP)
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tickets_history_check', TABLE = 'tickets';
        END IF;
        RETURN NULL;
      END $$`;
}
