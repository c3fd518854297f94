import { type ConstraintMeanings, conflict, faults } from '../common/problems/constraint-meanings.ts';

export const USER_CONSTRAINTS: ConstraintMeanings = {
  users_username_unique: conflict('username_taken', 'Somebody has this username already.', 'username'),
  users_last_admin_check: conflict('last_admin', 'Make somebody else an admin first.'),
  ...faults(
    'users_pk',
    'users_username_check',
    'users_display_name_check',
    'users_role_check',
    'users_password_hash_check',
  ),
};
