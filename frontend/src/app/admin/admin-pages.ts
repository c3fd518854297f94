import type { Overview } from '../api/admin-model';
import type { IconName } from '../ui/icon-set';
import type { AdminIconName } from './admin-icon-set';

/** One page of the admin section, as its navigation shows it. */
export interface AdminPage {
  path: string;
  label: string;
  icon: IconName | AdminIconName;
  /** The figure behind the name. */
  count?: keyof Overview['counts'];
  countLabel?: string;
}

export const ADMIN_PAGES: readonly AdminPage[] = [
  { path: '/admin/overview', label: 'Overview', icon: 'grid_view' },
  { path: '/admin/users', label: 'Users', icon: 'group', count: 'users_active', countLabel: 'active' },
  { path: '/admin/categories', label: 'Categories', icon: 'sell', count: 'categories_active', countLabel: 'in use' },
  { path: '/admin/tickets', label: 'Tickets', icon: 'inbox' },
  {
    ...{ path: '/admin/mails', label: 'E-mail', icon: 'mail' },
    ...{ count: 'mails_quarantined', countLabel: 'in quarantine' },
  },
  { path: '/admin/tokens', label: 'Tokens', icon: 'key', count: 'tokens_active', countLabel: 'active' },
  { path: '/admin/audit', label: 'Audit', icon: 'history' },
  { path: '/admin/suggestions', label: 'Suggestions', icon: 'wand_stars' },
  { path: '/admin/quality', label: 'AI quality', icon: 'fact_check' },
];
