import type { TicketEvent } from '../../tickets/domain/ticket-event.ts';
import type { TimelineEntry } from './timeline-entry.ts';

export const AUTHOR_TYPES = ['user', 'contact', 'desk'] as const;

export type AuthorType = (typeof AUTHOR_TYPES)[number];

/** Who wrote a message or did something. */
export interface MessageAuthor {
  readonly type: AuthorType;
  readonly id: number | null;
  readonly name: string | null;
}

export function authorOf({ event, message }: Pick<TimelineEntry, 'event' | 'message'>): MessageAuthor {
  if (message?.author) return { type: 'contact', ...message.author };
  return event.contact ? { type: 'contact', ...event.contact } : ofTheDesk(event);
}

/** A user, or the desk itself. */
export function ofTheDesk({ actor, actorName }: Pick<TicketEvent, 'actor' | 'actorName'>): MessageAuthor {
  if (actor === null) return { type: 'desk', id: null, name: null };
  return { type: 'user', id: actor, name: actorName };
}
