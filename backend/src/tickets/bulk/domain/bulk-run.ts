import type { Via } from '../../../common/author.ts';
import type { AskedAssignee } from '../../domain/asked-assignee.ts';
import type { TicketPatch } from '../../domain/ticket-change.ts';
import type { TicketPriority } from '../../../vocabulary/ticket-priority.ts';
import type { TicketStatus } from '../../../vocabulary/ticket-status.ts';
import type { TicketTriage } from '../../../vocabulary/ticket-triage.ts';

export const BULK_RUN_KINDS = ['change', 'delete', 'undo', 'merge'] as const;

export type BulkRunKind = (typeof BULK_RUN_KINDS)[number];

export const BULK_RUN_STATES = ['queued', 'running', 'done', 'failed'] as const;

export type BulkRunState = (typeof BULK_RUN_STATES)[number];

/** As the list filters; a filter that names nothing finds every ticket. */
export interface BulkFilter {
  readonly status?: readonly TicketStatus[];
  readonly category?: readonly string[];
  readonly priority?: readonly TicketPriority[];
  readonly assignee?: readonly AskedAssignee[];
  readonly triage?: TicketTriage;
  readonly search?: string;
}

/** Some tickets by their numbers, or all that a filter finds. */
export type BulkSelection = { readonly ids: readonly number[] } | { readonly filter: BulkFilter };

/** What shall be done with each of them. */
export type BulkAction = { readonly kind: 'change'; readonly changes: TicketPatch } | { readonly kind: 'delete' };

/** What a person asks for. `expectedCount` is what the preview told. */
export interface BulkOrder {
  readonly selection: BulkSelection;
  readonly action: BulkAction;
  readonly expectedCount?: number;
}

/** Why a ticket was left as it was, in a sentence for people. */
export interface BulkFailure {
  readonly ticket: number;
  readonly reason: string;
}

/** One change of many tickets, on its way or done. `processed` is `changed` + `unchanged` + `failed`. */
export interface BulkRun {
  readonly id: string;
  readonly kind: BulkRunKind;
  readonly state: BulkRunState;
  /** What was asked for: the changes, the category that was merged, or the run that is taken back. */
  readonly action: Readonly<Record<string, unknown>>;
  /** The user who asked for it; null when no user did. */
  readonly requestedBy: number | null;
  readonly via: Via;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly processed: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** The first hundred, by the number of the ticket. */
  readonly failures: readonly BulkFailure[];
  readonly undoOf: string | null;
  readonly undoneBy: string | null;
  readonly canUndo: boolean;
}
