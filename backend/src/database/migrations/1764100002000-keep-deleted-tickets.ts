import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEXT_CHANGES = 'OLD.title IS DISTINCT FROM NEW.title OR OLD.description IS DISTINCT FROM NEW.description';

/**
 * A deleted ticket stays where it is and says when it was deleted, so everything that refers to it stays too. Lists and
 * counts read indexes over the others alone, and the text index knows the others alone, so that what is deleted costs them
 * nothing. Deleting and restoring are changes of which history must tell; a deleted ticket does not change otherwise. The
 * row goes for good only when it was deleted, and told of, before.
 */
export class KeepDeletedTickets1764100002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN deleted_at timestamptz(3)');
    await indexTickets(runner, 'deleted_at IS NULL');
    // For those whose time is over.
    await runner.query('CREATE INDEX tickets_deleted_at_idx ON tickets (deleted_at) WHERE deleted_at IS NOT NULL');
    await runner.query(CHECK_WITH_DELETION);

    await runner.query('DROP TRIGGER tickets_index_text ON tickets');
    await runner.query('DROP TRIGGER tickets_reindex_text ON tickets');
    await runner.query(`
      CREATE TRIGGER tickets_index_text AFTER INSERT ON tickets FOR EACH ROW
      WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION index_ticket_text()`);
    await runner.query(`
      CREATE TRIGGER tickets_reindex_text AFTER UPDATE ON tickets FOR EACH ROW
      WHEN (NEW.deleted_at IS NULL AND (OLD.deleted_at IS NOT NULL OR ${TEXT_CHANGES}))
      EXECUTE FUNCTION index_ticket_text()`);
    await runner.query(`
      CREATE FUNCTION forget_ticket_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM ticket_search WHERE ticket_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_forget_text AFTER UPDATE ON tickets FOR EACH ROW
      WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION forget_ticket_text()`);

    // What was deleted before comes back as it would have been left, and gets back the suggestion it was written with.
    await runner.query(`
      INSERT INTO tickets (id, title, description, category, priority, status, created_by, assignee, created_at, updated_at,
        resolved_at, version, deleted_at)
      SELECT id, title, description, category, priority, status, created_by, assignee, created_at, kept.deleted_at,
        resolved_at, version + 1, kept.deleted_at
      FROM deleted_tickets AS kept, jsonb_populate_record(NULL::tickets, kept.ticket)`);
    await runner.query(`
      UPDATE suggestions SET ticket_id = kept.ticket_id
      FROM deleted_tickets AS kept JOIN ticket_events AS e ON e.ticket_id = kept.ticket_id
      WHERE suggestions.id = e.suggestion_id`);
    await runner.query('DROP TABLE deleted_tickets');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deleted_tickets (
        ticket_id bigint NOT NULL,
        ticket jsonb NOT NULL,
        deleted_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT deleted_tickets_pk PRIMARY KEY (ticket_id),
        CONSTRAINT deleted_tickets_ticket_check CHECK (jsonb_typeof(ticket) = 'object')
      )`);
    await runner.query('CREATE INDEX deleted_tickets_deleted_at_idx ON deleted_tickets (deleted_at)');
    await runner.query(`
      INSERT INTO deleted_tickets (ticket_id, ticket, deleted_at)
      SELECT id, to_jsonb(t) - 'deleted_at' || jsonb_build_object('version', version - 1), deleted_at
      FROM tickets AS t WHERE deleted_at IS NOT NULL`);
    await runner.query('DELETE FROM tickets WHERE deleted_at IS NOT NULL');
    // A table with checks to come cannot be altered.
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');

    await runner.query('DROP TRIGGER tickets_forget_text ON tickets');
    await runner.query('DROP TRIGGER tickets_reindex_text ON tickets');
    await runner.query('DROP TRIGGER tickets_index_text ON tickets');
    await runner.query('DROP FUNCTION forget_ticket_text');
    await runner.query(`
      CREATE TRIGGER tickets_index_text AFTER INSERT ON tickets
      FOR EACH ROW EXECUTE FUNCTION index_ticket_text()`);
    await runner.query(`
      CREATE TRIGGER tickets_reindex_text AFTER UPDATE ON tickets FOR EACH ROW
      WHEN (${TEXT_CHANGES}) EXECUTE FUNCTION index_ticket_text()`);
    await runner.query(CHECK_WITHOUT_DELETION);
    await runner.query('DROP INDEX tickets_deleted_at_idx');
    await indexTickets(runner, null);
    await runner.query('ALTER TABLE tickets DROP COLUMN deleted_at');
  }
}

/** Makes every index that serves lists and counts again, over the tickets of which the condition holds. */
async function indexTickets(runner: QueryRunner, condition: string | null): Promise<void> {
  const indexes = {
    tickets_newest_idx: '(created_at, id)',
    tickets_status_newest_idx: '(status, created_at, id)',
    tickets_category_newest_idx: '(category, created_at, id)',
    tickets_priority_newest_idx: '(priority, created_at, id)',
    tickets_filters_newest_idx: '(status, category, priority, created_at, id)',
    tickets_assignee_newest_idx:
      '(coalesce(assignee, 0), status, created_at, id) INCLUDE (assignee, category, priority)',
    tickets_assignee_changed_idx: '(coalesce(assignee, 0), status, updated_at, id)',
    tickets_status_changed_idx: '(status, updated_at, id)',
    tickets_changed_idx: '(updated_at, id)',
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await runner.query(`DROP INDEX ${name}`);
    await runner.query(`CREATE INDEX ${name} ON tickets ${columns} ${condition === null ? '' : `WHERE ${condition}`}`);
  }
  const resolved = ['resolved_at IS NOT NULL', ...(condition === null ? [] : [condition])].join(' AND ');
  await runner.query('DROP INDEX tickets_resolved_at_idx');
  await runner.query(`CREATE INDEX tickets_resolved_at_idx ON tickets (resolved_at) WHERE ${resolved}`);
}

const FIELDS_THAT_DIFFER = `
          SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'from', before, 'to', after)), '[]')
          INTO difference
          FROM (VALUES
            ('title', to_jsonb(OLD.title), to_jsonb(NEW.title)),
            ('description', to_jsonb(OLD.description), to_jsonb(NEW.description)),
            ('status', to_jsonb(OLD.status), to_jsonb(NEW.status)),
            ('category', to_jsonb(OLD.category), to_jsonb(NEW.category)),
            ('priority', to_jsonb(OLD.priority), to_jsonb(NEW.priority)),
            ('assignee', to_jsonb(OLD.assignee), to_jsonb(NEW.assignee))
          ) AS fields (field, before, after)
          WHERE before IS DISTINCT FROM after;`;

const REFUSAL = `
        IF NOT told THEN
          RAISE EXCEPTION 'The history of ticket % does not tell of this %', coalesce(NEW.id, OLD.id), lower(TG_OP)
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tickets_history_check', TABLE = 'tickets';
        END IF;
        RETURN NULL;`;

const CHECK_WITH_DELETION = `
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
          ${FIELDS_THAT_DIFFER}
          told := NEW.version = OLD.version + 1
            AND (NEW.id, NEW.created_at) = (OLD.id, OLD.created_at)
            AND NEW.created_by IS NOT DISTINCT FROM OLD.created_by
            AND EXISTS (
              SELECT FROM ticket_events
              WHERE ticket_id = NEW.id AND version = NEW.version AND kind = wanted
                AND changes @> difference AND jsonb_array_length(changes) = jsonb_array_length(difference));
        END IF;
        ${REFUSAL}
      END $$`;

const CHECK_WITHOUT_DELETION = `
      CREATE OR REPLACE FUNCTION check_ticket_history() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        told boolean;
        difference jsonb;
      BEGIN
        IF TG_OP = 'INSERT' THEN
          SELECT coalesce(bool_or(version = NEW.version AND kind <> 'deleted'), false)
             AND NOT coalesce(bool_or(version >= NEW.version AND kind = 'deleted'), false)
          INTO told FROM ticket_events WHERE ticket_id = NEW.id AND version >= NEW.version;
        ELSIF TG_OP = 'DELETE' THEN
          told := EXISTS (
            SELECT FROM ticket_events WHERE ticket_id = OLD.id AND version = OLD.version + 1 AND kind = 'deleted');
        ELSIF OLD IS NOT DISTINCT FROM NEW THEN
          RETURN NULL;
        ELSE
          ${FIELDS_THAT_DIFFER}
          told := NEW.version = OLD.version + 1
            AND (NEW.id, NEW.created_at) = (OLD.id, OLD.created_at)
            AND NEW.created_by IS NOT DISTINCT FROM OLD.created_by
            AND EXISTS (
              SELECT FROM ticket_events
              WHERE ticket_id = NEW.id AND version = NEW.version AND kind = 'changed'
                AND changes @> difference AND jsonb_array_length(changes) = jsonb_array_length(difference));
        END IF;
        ${REFUSAL}
      END $$`;
