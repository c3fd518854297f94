import type { Attachment } from '../../attachments/domain/attachment.ts';
import type { TicketEvent } from '../../tickets/domain/ticket-event.ts';
import type { Redaction } from '../../tickets/redaction/domain/redaction.ts';
import { MESSAGE_KINDS, type Message } from './message.ts';

export const ENTRY_KINDS = ['description', ...MESSAGE_KINDS, 'event'] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * One version of a ticket, as its timeline tells it: the description it began with, a message, or what was done to it. What an
 * event says of its author and time holds of a message too.
 */
export interface TimelineEntry {
  readonly kind: EntryKind;
  readonly event: TicketEvent;
  /** What the ticket was written with, as it reads now; null of all but the first entry. */
  readonly description: string | null;
  /** Of the first entry null where somebody of the desk wrote the ticket down. */
  readonly message: Message | null;
  /** What came with it. */
  readonly attachments: readonly Attachment[];
  /** Who removed its words, when and why; null where nobody did. */
  readonly redaction: Redaction | null;
}

/** What was said by an event, and what came with it. */
export type Said = Pick<TimelineEntry, 'message' | 'attachments' | 'redaction'>;

/** One page of a timeline; `next` is the version that the page after it begins behind. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly next: number | null;
}

/** A timeline, and the number of its newest message that the customer wrote or may read: its version. */
export interface Timeline extends TimelinePage {
  readonly conversation: number;
}

/** A message that was written, and the version of the conversation since. */
export interface Written {
  readonly ticketId: number;
  readonly number: number;
  readonly conversation: number;
}

/** The same of a request, which may have been sent before. */
export interface TakenIn extends Written {
  readonly replayed: boolean;
}

/** The same with what it is in the timeline. */
export interface WrittenEntry {
  readonly written: TakenIn;
  readonly entry: TimelineEntry;
}

/** A conversation begins with the description of the ticket. */
export const FIRST_MESSAGE = 1;

/** The first message, which looks as it was written, with its quote folded, only while the description says the same. */
function asItReads(message: Message, description: string): Message {
  const isAsWritten = message.text + message.folded === description;
  return isAsWritten ? message : { ...message, text: description, html: null, folded: '' };
}

export function entryOf(event: TicketEvent, description: string, said: Said): TimelineEntry {
  const { message, attachments, redaction } = said;
  const at = { event, attachments, redaction };
  if (event.kind === 'created')
    return { ...at, kind: 'description', description, message: message && asItReads(message, description) };
  return { ...at, kind: message?.kind ?? 'event', description: null, message };
}
