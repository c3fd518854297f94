import type { Authored } from '../common/author.ts';

/** An event of the audit log, as it was recorded. */
export interface AuditEntry extends Authored {
  readonly id: number;
  readonly at: Date;
  readonly kind: string;
  readonly address: string | null;
  /** What it is about; the label is how people knew it then. */
  readonly subject: { readonly type: string; readonly id: string | null; readonly label: string | null } | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Which events: all that is given must hold. `from` is included, `to` is not. */
export interface AuditFilter {
  /** Did it, or is the one it is about. */
  readonly actor?: number;
  /** Any of these; nothing is one of none. */
  readonly kinds?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

/** One page of the log, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** The last entry shown, when there are more after it. */
  readonly next: AuditEntry | null;
}
