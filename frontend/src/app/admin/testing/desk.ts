import type { AdminCategory, AdminToken, AdminUser, AuditEvent, Overview } from '../../api/admin-model';
import type { Person, Ticket } from '../../api/model';

export const PEOPLE: Person[] = [
  { id: 1, username: 'priya.nair', display_name: 'Priya Nair', role: 'admin', active: true },
  { id: 2, username: 'jonas.weber', display_name: 'Jonas Weber', role: 'agent', active: true },
  { id: 3, username: 'leo.marchetti', display_name: 'Leo Marchetti', role: 'agent', active: false },
];

/** A believable user, after one of the people. */
export function aUser(id: number, values: Partial<AdminUser> = {}): AdminUser {
  return {
    ...PEOPLE[id - 1]!,
    must_change_password: false,
    created_at: '2026-01-05T08:00:00.000Z',
    last_sign_in_at: '2026-04-20T09:22:00.000Z',
    sessions: 0,
    tokens: 0,
    unresolved_tickets: 0,
    version: 1,
    ...values,
  };
}

/** The last was merged into the first. */
export const CATEGORIES: AdminCategory[] = ['billing', 'technical', 'general', 'refunds'].map((key, index) => ({
  key,
  label: key.charAt(0).toUpperCase() + key.slice(1),
  description: `What is ${key}.`,
  position: index + 1,
  active: key !== 'refunds',
  merged_into: key === 'refunds' ? 'billing' : null,
  tickets: 10 * index,
  version: 1,
}));

export function aTicket(id: number, values: Partial<Ticket> = {}): Ticket {
  return {
    id,
    title: `Ticket number ${id}`,
    description: `What happened with ${id}.`,
    category: 'billing',
    priority: 'medium',
    status: 'open',
    created_at: '2026-04-20T09:22:00.000Z',
    updated_at: '2026-04-20T09:22:00.000Z',
    resolved_at: null,
    closed_at: null,
    triage: null,
    duplicate_of: null,
    version: 1,
    created_by: 1,
    assignee: null,
    ...values,
  };
}

export function anEvent(values: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: 1,
    at: '2026-04-20T09:22:00.000Z',
    kind: 'sign_in',
    actor: 1,
    via: 'web',
    address: '192.0.2.14',
    subject: null,
    details: {},
    ...values,
  };
}

export function aToken(values: Partial<AdminToken> = {}): AdminToken {
  return {
    id: 'token-1',
    user: 2,
    name: 'Nightly export',
    scopes: ['tickets:read'],
    created_at: '2026-04-01T08:00:00.000Z',
    expires_at: '2026-07-01T08:00:00.000Z',
    last_used_at: null,
    expired: false,
    ...values,
  };
}

export const OVERVIEW: Overview = {
  health: {
    api: 'ok',
    database: { status: 'ok', latency_ms: 1.4 },
    llm: {
      status: 'failing',
      last_day: { asked: 142, answered: 139, failed: 3 },
      last_answer_at: null,
      last_failure_at: '2026-04-20T09:22:00.000Z',
    },
  },
  versions: { app: '1.1.0', node: '24.8.0', postgres: '18.1', prompt: '3' },
  counts: {
    tickets: 4827,
    open_tickets: 214,
    users_active: 12,
    admins_active: 2,
    tokens_active: 5,
    sessions_active: 9,
    categories_active: 4,
    mails_quarantined: 2,
  },
  recent_audit: [anEvent({ kind: 'user_created', subject: { type: 'user', id: '2', label: 'jonas.weber' } })],
};
