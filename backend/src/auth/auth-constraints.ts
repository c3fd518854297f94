import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const AUTH_CONSTRAINTS: ConstraintMeanings = faults(
  'sessions_pk',
  'sessions_user_fk',
  'sessions_token_hash_unique',
  'sessions_token_hash_check',
  'api_tokens_pk',
  'api_tokens_user_fk',
  'api_tokens_token_hash_unique',
  'api_tokens_token_hash_check',
  'api_tokens_name_check',
  'api_tokens_scopes_check',
  'rate_limits_pk',
);
