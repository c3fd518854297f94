import type { Via } from '../../common/author.ts';
import { toId } from '../ticket-row.ts';
import { BULK_FAILURES, type BulkFailureReason } from './domain/bulk-failure.ts';
import type { BulkRun, BulkRunKind, BulkRunState } from './domain/bulk-run.ts';

/** A row of `bulk_runs` with what belongs to it, as the driver reads it. */
export interface BulkRunRow {
  readonly id: string;
  readonly kind: BulkRunKind;
  readonly state: BulkRunState;
  readonly action: Readonly<Record<string, unknown>>;
  readonly requested_by: string | null;
  readonly via: Via;
  readonly token_id: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly undo_of: string | null;
  readonly undone_by: string | null;
  readonly failures: readonly { readonly ticket: number; readonly reason: BulkFailureReason }[];
}

const FAILURES_SHOWN = 100;

export const BULK_RUN_COLUMNS = `r.id, r.kind, r.state, r.action, r.requested_by, r.via, r.token_id, r.created_at,
  r.finished_at, r.total, r.changed, r.unchanged, r.failed, r.undo_of,
  (SELECT id FROM bulk_runs AS undo WHERE undo.undo_of = r.id AND undo.state <> 'failed') AS undone_by,
  (SELECT coalesce(json_agg(json_build_object('ticket', ticket_id, 'reason', reason) ORDER BY ticket_id), '[]')
   FROM (SELECT ticket_id, reason FROM bulk_run_failures WHERE run_id = r.id ORDER BY ticket_id
         LIMIT ${String(FAILURES_SHOWN)}) AS f) AS failures`;

export function toBulkRun(row: BulkRunRow): BulkRun {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    action: row.action,
    requestedBy: toId(row.requested_by),
    via: row.via,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    total: row.total,
    processed: row.changed + row.unchanged + row.failed,
    changed: row.changed,
    unchanged: row.unchanged,
    failed: row.failed,
    failures: row.failures.map(({ ticket, reason }) => ({ ticket, reason: BULK_FAILURES[reason] })),
    undoOf: row.undo_of,
    undoneBy: row.undone_by,
    canUndo: canUndo(row),
  };
}

function canUndo({ kind, state, changed, undone_by: undoneBy }: BulkRunRow): boolean {
  const finished = state === 'done' || state === 'failed';
  return (kind === 'change' || kind === 'delete') && finished && changed > 0 && undoneBy === null;
}
