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
  /** What admins may set of the desk: how it suggests, its lexicon, what applies by itself. */
  readonly settings_changed: Readonly<Record<string, never>>;
  readonly user_created: { readonly id: number };
  /** Name, role, active or not, or a password that somebody else chose. */
  readonly user_changed: { readonly id: number };
  /** API tokens of a person were made or revoked. */
  readonly tokens_changed: { readonly userId: number };
  /** Somebody signed in, out, or was signed out. */
  readonly sessions_changed: { readonly userId: number };
  /** There is more that concerns these people, or they have read some of it. */
  readonly notifications_changed: { readonly userIds: readonly number[] };
  /** Something was written to the audit log. */
  readonly audit_recorded: Readonly<Record<string, never>>;
  /** A mail was kept aside for admins, or waits for them no more. */
  readonly quarantine_changed: Readonly<Record<string, never>>;
  /** A mailbox can be read by now, or cannot. */
  readonly mailboxes_changed: Readonly<Record<string, never>>;
  /** Contacts or organisations were written down, changed, merged or taken apart by somebody. */
  readonly contacts_changed: Readonly<Record<string, never>>;
  /** Somebody is to be erased, it has come further, or is done. */
  readonly erasures_changed: Readonly<Record<string, never>>;
  /** A suggestion was shown; its shadows, which nobody sees, stand beside it in the ledger. */
  readonly suggestion_made: { readonly id: string };
  /** A ticket was written with a suggestion in view. */
  readonly suggestion_decided: { readonly id: string; readonly ticketId: number };
  /** A call of an LLM is over, and has cost what it did. */
  readonly llm_called: Readonly<Record<string, never>>;
  /** Another model of the desk's own suggester answers from now on; other processes find out by themselves. */
  readonly model_activated: { readonly id: number };
  /** The desk was asked to learn or has ended it, or somebody said something to a ticket that looks filed wrongly. */
  readonly learning_changed: Readonly<Record<string, never>>;
  /** A replay was asked for, has come further, or has ended. */
  readonly replay_changed: { readonly id: string };
}

export type DeskEventName = keyof DeskEvents;

/** The events that tell of tickets. */
export type TicketsEvent = Extract<DeskEventName, `tickets_${string}`>;

/** One event with its name, as a transaction collects it. */
export type DeskEvent = { readonly [Name in DeskEventName]: readonly [Name, DeskEvents[Name]] }[DeskEventName];
