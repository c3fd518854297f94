/** A category as admins get it. */
export interface AdminCategoryBody {
  key: string;
  label: string;
  description: string;
  position: number;
  active: boolean;
  merged_into: string | null;
  tickets: number;
  version: number;
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
