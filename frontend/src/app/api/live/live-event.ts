import type { PersonPresent } from '../model';

/** One change of a ticket, as it is told: never its texts. */
export interface LiveTicket {
  readonly kind: 'ticket.created' | 'ticket.changed' | 'ticket.deleted' | 'ticket.restored';
  readonly id: number;
  /** What the ticket is after it. */
  readonly version: number;
  readonly fields: readonly string[];
  /** Null for a customer and for the desk itself. */
  readonly by: { readonly id: number; readonly name: string } | null;
  /** The customer who did it; null for none, left out by an API that is older than this page. */
  readonly contact?: { readonly id: number; readonly name: string } | null;
  /** An ISO time. */
  readonly at: string;
}

/** Who has a ticket open by now: everybody, each once. */
export interface LivePresence {
  readonly kind: 'presence';
  readonly ticket_id: number;
  readonly people: readonly PersonPresent[];
}

/** What happens on the desk, told while it happens. */
export type LiveEvent =
  | LiveTicket
  | LivePresence
  | { readonly kind: 'bulk_run.changed'; readonly id: string }
  | { readonly kind: 'people.changed'; readonly ids: readonly number[] }
  | {
      readonly kind:
        | 'statistics.changed'
        | 'contacts.changed'
        | 'categories.changed'
        | 'settings.changed'
        | 'tokens.changed'
        | 'audit.changed'
        | 'quarantine.changed'
        | 'mailboxes.changed'
        | 'erasures.changed'
        | 'suggestions.changed'
        | 'learning.changed'
        | 'replays.changed'
        | 'account.changed'
        | 'notifications.changed'
        | 'session.ended'
        | 'reset'
        | 'goodbye';
    };

export type LiveKind = LiveEvent['kind'];

export const LIVE_KINDS: readonly LiveKind[] = [
  'ticket.created',
  'ticket.changed',
  'ticket.deleted',
  'ticket.restored',
  'bulk_run.changed',
  'statistics.changed',
  'contacts.changed',
  'categories.changed',
  'people.changed',
  'presence',
  'settings.changed',
  'tokens.changed',
  'audit.changed',
  'quarantine.changed',
  'mailboxes.changed',
  'erasures.changed',
  'suggestions.changed',
  'learning.changed',
  'replays.changed',
  'account.changed',
  'notifications.changed',
  'session.ended',
  'reset',
  'goodbye',
];

export function isOfTicket(event: LiveEvent): event is LiveTicket {
  return event.kind.startsWith('ticket.');
}

/** The desk's own work on messages, such as a mail that has left or a suggestion: nobody did anything to the ticket. */
export function isHousekeeping({ kind, fields, by, contact }: LiveTicket): boolean {
  return kind === 'ticket.changed' && by === null && !contact && fields.every((field) => field === 'messages');
}

/** An event as the stream brings it; null for one that cannot be read. */
export function readEvent(kind: LiveKind, text: string): LiveEvent | null {
  try {
    const data = JSON.parse(text) as Record<string, unknown>;
    const isWhole = kind.startsWith('ticket.')
      ? Number.isInteger(data['id']) && Number.isInteger(data['version'])
      : true;
    return isWhole ? ({ fields: [], by: null, at: '', ...data, kind } as unknown as LiveEvent) : null;
  } catch {
    return null;
  }
}
