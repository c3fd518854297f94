import type { Role, Scope } from '../../api/model';

export interface ScopeWords {
  scope: Scope;
  label: string;
  explanation: string;
}

const SCOPES: readonly ScopeWords[] = [
  {
    scope: 'tickets:read',
    label: 'Read tickets',
    explanation: 'Tickets, their history, categories, people and figures.',
  },
  {
    scope: 'tickets:write',
    label: 'Write tickets',
    explanation: 'Create and change tickets, and ask for suggestions.',
  },
  {
    scope: 'admin',
    label: 'Admin',
    explanation: 'Everything on the admin pages: users, categories, tickets, audit log.',
  },
];

/** What a token of somebody with this role may do at most. */
export function scopesOf(role: Role): readonly ScopeWords[] {
  return SCOPES.filter(({ scope }) => role === 'admin' || scope !== 'admin');
}

/** A call that works with a token of these scopes, to try it in a terminal. */
export function curlExample(desk: string, secret: string, scopes: readonly Scope[]): string {
  const path = scopes.includes('tickets:read') ? '/api/tickets?limit=5' : '/api/auth/me';
  return `curl -H "Authorization: Bearer ${secret}" "${desk}${path}"`;
}
