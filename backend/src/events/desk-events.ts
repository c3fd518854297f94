/** A ticket as it was left by what happened: its history tells the rest (`ticket_id` and `version` name one event there). */
export interface TicketAt {
  readonly id: number;
  readonly version: number;
}

/** Tickets that one transaction wrote in the same way, at most one batch of a change of many. */
interface Tickets {
  readonly tickets: readonly TicketAt[];
}

/** How far a change of many tickets is. */
export interface BulkRunAt {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** How many of its `total` tickets are done, one way or another. */
  readonly processed: number;
  readonly total: number;
}

/**
 * Everything that happens on the desk and that others may want to hear of, by name. An event says what it is about and
 * nothing more: who listens reads the rest, which may have changed again by then.
 */
export interface DeskEvents {
  readonly tickets_created: Tickets;
  readonly tickets_changed: Tickets;
  /** Told besides, when category, priority or waiting were among what was changed: what is decided about them is another. */
  readonly tickets_sorted: Tickets;
  readonly tickets_deleted: Tickets;
  readonly tickets_restored: Tickets;
  /** One or more were added, renamed, described, reordered, retired, restored or merged. */
  readonly categories_changed: { readonly keys: readonly string[] };
  /** A change of many tickets was asked for, has done a batch, or has ended. */
  readonly bulk_run_changed: BulkRunAt;
  /** What admins may set of the desk. */
  readonly settings_changed: Readonly<Record<string, never>>;
  readonly user_created: { readonly id: number };
  /** Name, role, active or not, or a password that somebody else chose. */
  readonly user_changed: { readonly id: number };
  /** An API token was made or revoked. */
  readonly tokens_changed: Readonly<Record<string, never>>;
  /** A suggestion was shown; its shadows, which nobody sees, stand beside it in the ledger. */
  readonly suggestion_made: { readonly id: string };
  /** A ticket was written with a suggestion in view. */
  readonly suggestion_decided: { readonly id: string; readonly ticketId: number };
  /** Another model of the desk's own suggester answers from now on; other processes find out by themselves. */
  readonly model_activated: { readonly id: number };
}

export type DeskEventName = keyof DeskEvents;

/** The events that tell of tickets. */
export type TicketsEvent = Extract<DeskEventName, `tickets_${string}`>;

/** One event with its name, as a transaction collects it. */
export type DeskEvent = { readonly [Name in DeskEventName]: readonly [Name, DeskEvents[Name]] }[DeskEventName];
