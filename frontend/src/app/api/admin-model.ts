import type { Category, Priority, Status, TicketFilter } from './model';

export type Role = 'agent' | 'admin';
export type Via = 'web' | 'token' | 'system';

/** One page of a list that goes on by cursor. */
export interface Page<Item> {
  results: readonly Item[];
  /** How many there are in all, where the API counts them. */
  count?: number;
  /** False when counting stopped there. */
  count_exact?: boolean;
  /** Where to go on; null at the end. */
  next_cursor: string | null;
}

/** Where a page begins and how long it is. */
export interface PageQuery {
  limit?: number;
  cursor?: string;
}

export interface AdminUser {
  id: number;
  username: string;
  display_name: string;
  role: Role;
  active: boolean;
  must_change_password: boolean;
  created_at: string;
  last_sign_in_at: string | null;
  /** How many sessions are open. */
  sessions: number;
  /** How many API tokens work. */
  tokens: number;
}

export interface UserFilter {
  search?: string;
  role?: Role;
  active?: boolean;
}

export interface NewUser {
  username: string;
  display_name: string;
  role: Role;
}

export type UserUpdate = Partial<NewUser & { active: boolean }>;

/** The password is told this once. */
export interface CreatedUser {
  user: AdminUser;
  one_time_password: string;
}

export interface PasswordReset {
  one_time_password: string;
}

export interface AdminToken {
  id: string;
  user: number;
  name: string;
  scopes: readonly string[];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  expired: boolean;
}

export interface TokenFilter {
  user?: number;
}

export type AdminCategory = Category & {
  /** The category that took over its tickets; null for one that was never merged. */
  merged_into: string | null;
  /** How many tickets it has. */
  tickets: number;
};

export interface NewCategory {
  label: string;
  description: string;
  key?: string;
}

export interface CategoryUpdate {
  label?: string;
  description?: string;
  active?: boolean;
}

export type TicketSort = 'newest' | 'oldest' | 'recently_changed' | 'least_recently_changed';

/** What the list of tickets can be narrowed to and ordered by. */
export type TicketSearch = TicketFilter & { sort?: TicketSort };

/** Any field of a ticket. */
export interface AdminTicketUpdate {
  title?: string;
  description?: string;
  status?: Status;
  category?: string;
  priority?: Priority;
  assignee?: number | null;
}

export type BulkChanges = Omit<AdminTicketUpdate, 'title' | 'description'>;

export interface BulkFilter {
  status?: readonly Status[];
  category?: readonly string[];
  priority?: readonly Priority[];
  assignee?: readonly ('me' | 'none' | number)[];
  search?: string;
}

/** Some tickets by their numbers, or all that a filter finds; an empty filter finds every ticket. */
export type BulkSelection = { ids: readonly number[] } | { filter: BulkFilter };

export type BulkAction = { kind: 'change'; changes: BulkChanges } | { kind: 'delete' };

export interface BulkOrder {
  selection: BulkSelection;
  action: BulkAction;
  /** Refused when it is no longer so many. */
  expected_count?: number;
}

export interface BulkFailure {
  ticket: number;
  reason: string;
}

/** One change of many tickets, on its way or done. */
export interface BulkRun {
  id: string;
  kind: 'change' | 'delete' | 'undo' | 'merge';
  state: 'queued' | 'running' | 'done' | 'failed';
  action: Readonly<Record<string, unknown>>;
  requested_by: number | null;
  created_at: string;
  finished_at: string | null;
  total: number;
  processed: number;
  changed: number;
  unchanged: number;
  failed: number;
  /** The first hundred. */
  failures: readonly BulkFailure[];
  undo_of: string | null;
  undone_by: string | null;
  can_undo: boolean;
}

export interface AuditSubject {
  type: string;
  id: string | null;
  label: string | null;
}

export interface AuditEvent {
  id: number;
  at: string;
  kind: string;
  /** Null when the desk itself did it, or nobody knows who. */
  actor: number | null;
  via: Via;
  address: string | null;
  subject: AuditSubject | null;
  details: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  actor?: number;
  kind?: string;
  /** ISO times; from is included, to is not. */
  from?: string;
  to?: string;
}

export interface Overview {
  health: {
    api: 'ok';
    database: { status: 'ok' | 'down'; latency_ms: number };
    llm: {
      status: 'ok' | 'failing' | 'not_configured' | 'unknown';
      last_answer_at: string | null;
      last_failure_at: string | null;
    };
  };
  versions: { app: string; node: string; postgres: string; prompt: string | null };
  counts: {
    tickets: number;
    open_tickets: number;
    users_active: number;
    admins_active: number;
    tokens_active: number;
    sessions_active: number;
    categories_active: number;
  };
  recent_audit: readonly AuditEvent[];
}

export interface LlmFailure {
  at: string;
  reason: string;
  model: string | null;
  latency_ms: number | null;
}

export interface LlmState {
  provider: string;
  model: string | null;
  base_url: string | null;
  key_set: boolean;
  prompt_version: string | null;
  timeout_ms: number;
  last_day: { asked: number; answered: number; failed: number };
  failures: readonly LlmFailure[];
}

export interface LlmQuestion {
  title?: string;
  description: string;
}

export interface LlmTry {
  suggested_category: string;
  suggested_priority: Priority;
  /** Null where the model states none. */
  confidence: { category: number | null; priority: number | null };
  source: string;
  model: string | null;
  reasons: { category: readonly string[]; priority: readonly string[] };
  notice: string | null;
  latency_ms: number;
  failure_reason: string | null;
}
