import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who begins or ceases to follow a ticket is told by its history: a version in which the ticket itself stays as it is, and of
 * which nothing but followers is told.
 */
export class TellFollowers1764600001962 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checkOfHistory(`${BEFORE} OR ${OF_FOLLOWERS}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(checkOfHistory(BEFORE));
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
                  OR wanted = 'changed' AND kind = 'message' AND difference = '[]'`;
const OF_FOLLOWERS = `wanted = 'changed' AND kind = wanted AND difference = '[]'
                    AND NOT jsonb_path_exists(changes, '$[*] ? (@.field != "followers")')`;

/** Refuses what history does not tell; `match` is what an event must be like to tell of an update. */
function checkOfHistory(match: string): string {
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
            SELECT FROM ticket_events WHERE ticket_id = OLD.id AND version = OLD.version AND kind = 'deleted');
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
                AND (${match}));
        END IF;
        IF NOT told THEN
          RAISE EXCEPTION 'The history of ticket % does not tell of this %', coalesce(NEW.id, OLD.id), lower(TG_OP)
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tickets_history_check', TABLE = 'tickets';
        END IF;
        RETURN NULL;
      END $$`;
}
