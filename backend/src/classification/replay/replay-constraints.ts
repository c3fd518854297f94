import { type ConstraintMeanings, faults } from '../../common/problems/constraint-meanings.ts';

export const REPLAY_CONSTRAINTS: ConstraintMeanings = faults(
  'replays_pk',
  'replays_requested_by_fk',
  'replays_token_fk',
  'replays_open_unique',
  'replays_state_check',
  'replays_via_check',
  'replays_open_check',
  'replays_result_check',
  'replays_failure_check',
  'replays_counts_check',
  'replay_tickets_pk',
  'replay_tickets_replay_fk',
  'replay_tickets_ticket_fk',
  'replay_tickets_category_fk',
  'replay_tickets_priority_check',
);
