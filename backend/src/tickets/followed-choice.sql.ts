/** Whether a ticket is in another category than this one; what that was merged into is no other. */
const isElsewhere = (category: string) => `(w.category <> ${category}
          AND w.category IS DISTINCT FROM (SELECT merged_into FROM categories WHERE key = ${category}))`;
const IS_NOT_AS_SUGGESTED = isElsewhere('s.suggested_category');

/** Whether this change takes back, with a whole run, the change that was the choice: then nobody has chosen. */
const IS_TAKEN_BACK = `EXISTS (
          SELECT FROM bulk_runs AS run JOIN ticket_events AS e ON e.bulk_run_id = run.undo_of
          WHERE run.id = $4::uuid AND e.ticket_id = s.ticket_id AND e.occurred_at = s.chosen_at)`;

/**
 * Keeps the ledger beside the tickets: a part of a statement that changes category, priority or triage of tickets, beside a
 * part `written` that gives the rows as they are then with their `changes`; $1, $2 and $4 are the user who does it, by what
 * (`Via`) and with which change of many. The first
 * decision about a ticket that waited is the choice, whatever was suggested; what people make of it later is final until the
 * next change. What the desk does by itself decides nothing, nor does calling a ticket that nobody sorted a duplicate; a
 * category that was merged into another corrects nothing, and a priority that many tickets get at once chooses no category for
 * them. Of a ticket that waits again nothing is decided.
 *
 * Once the matter of a ticket is another, and somebody took what was suggested for that (`later_suggestions`), what people make
 * of the ticket says nothing of the first suggestion any more.
 *
 * What the desk applied by itself is no choice: only who puts the ticket elsewhere makes one, which is a correction.
 */
export const FOLLOWED = `followed AS (
    UPDATE suggestions AS s
    SET chosen_category = CASE WHEN decided THEN coalesce(s.chosen_category, w.category) END,
      chosen_priority = CASE WHEN decided THEN coalesce(s.chosen_priority, w.priority) END,
      chosen_at = CASE WHEN decided THEN coalesce(s.chosen_at, w.updated_at) END,
      chosen_by = CASE WHEN decided AND s.chosen_at IS NULL THEN $1::bigint WHEN decided THEN s.chosen_by END,
      final_category = CASE WHEN decided THEN w.category END,
      final_priority = CASE WHEN decided THEN w.priority END,
      final_at = CASE WHEN decided THEN w.updated_at END,
      applied_at = CASE WHEN w.triage IS NULL THEN s.applied_at END,
      corrected = decided AND (s.chosen_at IS NOT NULL
        AND (w.priority <> s.chosen_priority OR ${isElsewhere('s.chosen_category')})
        OR s.applied_at IS NOT NULL AND ${IS_NOT_AS_SUGGESTED})
    FROM (
      SELECT s.id AS suggestion, w.*, w.triage IS NULL AND NOT ${IS_TAKEN_BACK} AS decided
      FROM written AS w JOIN suggestions AS s ON s.ticket_id = w.id
    ) AS w
    WHERE s.id = w.suggestion AND $2::text <> 'system'
      AND NOT EXISTS (SELECT FROM later_suggestions WHERE ticket_id = w.id AND decision = 'taken')
      AND (s.chosen_at IS NOT NULL OR NOT decided AND s.applied_at IS NOT NULL
        OR decided AND w.duplicate_of IS NULL AND ($4::uuid IS NULL OR w.changes @> '[{"field": "category"}]')
          AND (s.applied_at IS NULL OR ${IS_NOT_AS_SUGGESTED}))
      AND (s.applied_at IS NOT NULL OR (s.final_category, s.final_priority)
        IS DISTINCT FROM (CASE WHEN decided THEN w.category END, CASE WHEN decided THEN w.priority END))
  )`;
