import type { AdminUser, Role } from '../../api/admin-model';
import { counted } from '../../ui/count-words';

export const ROLE_LABELS: Readonly<Record<Role, string>> = { agent: 'Agent', admin: 'Admin' };

export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  agent: 'Works on tickets',
  admin: 'Works on tickets and runs the desk: people, categories, tokens and the audit log',
};

/** What the fields of a person are called within a sentence. */
export const FIELD_NAMES = { display_name: 'name', username: 'username', role: 'role' } as const;

/** "Active", "Must choose a password", "Deactivated". */
export function stateWords(user: AdminUser): string {
  if (!user.active) return 'Deactivated';
  return user.must_change_password ? 'Must choose a password' : 'Active';
}

/** "2 sessions end and 1 API token stops working." */
export function endingWords({ sessions, tokens }: Pick<AdminUser, 'sessions' | 'tokens'>): string {
  if (sessions === 0 && tokens === 0) return 'No session is open and no API token works, so nothing is cut off.';
  const parts = [
    sessions > 0 && `${counted(sessions, 'session')} ${sessions === 1 ? 'ends' : 'end'}`,
    tokens > 0 && `${counted(tokens, 'API token')} ${tokens === 1 ? 'stops' : 'stop'} working for good`,
  ].filter((part) => part !== false);
  return `${parts.join(' and ')}.`;
}
