/** A category as admins get it. */
export interface AdminCategoryBody {
  key: string;
  label: string;
  description: string;
  position: number;
  active: boolean;
  merged_into: string | null;
  tickets: number;
}

/** A change of many tickets. */
export interface BulkRunBody {
  id: string;
  kind: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  action: Record<string, unknown>;
  requested_by: number | null;
  created_at: string;
  finished_at: string | null;
  total: number;
  processed: number;
  changed: number;
  unchanged: number;
  failed: number;
  failures: { ticket: number; reason: string }[];
  undo_of: string | null;
  undone_by: string | null;
  can_undo: boolean;
}

/** An event of the audit log. */
export interface AuditEventBody {
  id: number;
  at: string;
  kind: string;
  actor: number | null;
  via: string;
  address: string | null;
  subject: { type: string; id: string | null; label: string | null } | null;
  details: Record<string, unknown>;
}

/** One page of the audit log. */
export interface AuditPageBody {
  results: AuditEventBody[];
  next_cursor: string | null;
}
