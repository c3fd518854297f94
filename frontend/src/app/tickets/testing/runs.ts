import type { BulkRun } from '../../api/admin-model';

/** A change of many tickets that is under way. */
export function aRun(values: Partial<BulkRun> = {}): BulkRun {
  return {
    id: 'run-1',
    kind: 'change',
    state: 'running',
    action: { kind: 'change', changes: { status: 'resolved' } },
    requested_by: 1,
    via: 'web',
    created_at: '2026-04-20T09:22:00.000Z',
    finished_at: null,
    total: 4210,
    processed: 0,
    changed: 0,
    unchanged: 0,
    failed: 0,
    failures: [],
    undo_of: null,
    undone_by: null,
    can_undo: false,
    ...values,
  };
}
