import { type ConstraintMeanings, faults } from '../../common/problems/constraint-meanings.ts';

export const BULK_RUN_CONSTRAINTS: ConstraintMeanings = faults(
  'bulk_runs_pk',
  'bulk_runs_requested_by_fk',
  'bulk_runs_token_fk',
  'bulk_runs_undo_of_fk',
  'bulk_runs_undo_of_unique',
  'bulk_runs_kind_check',
  'bulk_runs_state_check',
  'bulk_runs_via_check',
  'bulk_runs_undo_check',
  'bulk_runs_finished_check',
  'bulk_runs_counts_check',
  'bulk_run_batches_pk',
  'bulk_run_batches_run_fk',
  'bulk_run_failures_pk',
  'bulk_run_failures_run_fk',
  'bulk_run_failures_reason_check',
);
