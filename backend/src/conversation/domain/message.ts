import type { SenderCheck } from './sender-check.ts';
import type { Author } from '../../common/author.ts';
import type { TicketPatch } from '../../tickets/domain/ticket-change.ts';
import type { TicketStatus } from '../../vocabulary/ticket-status.ts';

/** What people of the desk write: an answer to the customer, or a note that never leaves the desk. */
export const WRITTEN_KINDS = ['reply', 'note'] as const;

export type WrittenKind = (typeof WRITTEN_KINDS)[number];

export const MESSAGE_KINDS = [...WRITTEN_KINDS, 'incoming', 'system'] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * What became of an answer. Until it leaves it is `held`, then `queued` until the mail server has taken it; where there is nobody or no
 * way to send it, it is kept as `not_sent`.
 */
export const DELIVERY_STATES = ['held', 'not_sent', 'queued', 'sent', 'bounced', 'failed'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const RECIPIENT_ROLES = ['to', 'cc'] as const;

export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** What became of an answer at one of those it was sent to. */
export const RECIPIENT_STATES = ['sent', 'delayed', 'failed', 'bounced', 'soft_bounced'] as const;

export type RecipientState = (typeof RECIPIENT_STATES)[number];

export const MESSAGE_MAX = 20_000;
export const RECIPIENTS_MAX = 50;
/** So many seconds an answer can be held at most before it leaves. */
export const HOLD_MAX = 60;

/** What a ticket gets with a message besides its status; what is left out stays as it is. */
export type MessageSets = Omit<TicketPatch, 'status'>;

/** Somebody an answer goes to; without a name as the address alone. */
export interface Recipient {
  readonly role: RecipientRole;
  readonly name: string;
  readonly address: string;
}

/** Beside whom stands what became of it there; null while nobody knows. */
export interface ToldRecipient extends Recipient {
  readonly state: RecipientState | null;
  readonly detail: string | null;
}

/** What became of an answer, and when it leaves or left. */
export interface Delivery {
  readonly state: DeliveryState;
  readonly leavesAt: Date | null;
  readonly detail: string | null;
}

/** What stands under the number of a version. Of one that was taken back no text is left. */
export interface Message {
  readonly number: number;
  readonly kind: MessageKind;
  /** The contact who wrote it; null of what people of the desk and the desk itself wrote. */
  readonly author: { readonly id: number; readonly name: string | null } | null;
  /** Of a mail: whether its domain confirms who wrote it, or it fails what the domain says; null where nobody knows, and of others. */
  readonly senderCheck: SenderCheck | null;
  /** As it was written: of `reply` and `note` Markdown. */
  readonly text: string;
  /** Sanitized; null where the text is plain. */
  readonly html: string | null;
  /** The quoted part, which is shown when it is asked for. */
  readonly folded: string;
  /** The ticket that the desk says something of: one that goes on from this one, or that this one goes on from. */
  readonly linkedTicket: number | null;
  readonly setsStatus: TicketStatus | null;
  readonly sets: MessageSets;
  readonly takenBackAt: Date | null;
  readonly delivery: Delivery | null;
  readonly recipients: readonly ToldRecipient[];
}

/** What somebody outside the desk wrote. */
export interface IncomingMessage {
  readonly text: string;
  readonly folded: string;
  /** Sanitized; null where the text is plain. */
  readonly html: string | null;
  /** Who wrote it; null when that is nobody the desk can know. */
  readonly contact: number | null;
  /** Whether a ticket of which nothing is left to do opens again, or goes on in another one when it was closed long ago. */
  readonly reopens: boolean;
  /** By what it came; left out, by the desk itself, as mails do. */
  readonly by?: Author;
}

/** What somebody of the desk writes. */
export interface WrittenMessage {
  readonly kind: WrittenKind;
  readonly text: string;
  /** Null leaves it to the ticket whom an answer goes to: who asks, and in copy who follows it. */
  readonly recipients: readonly Recipient[] | null;
  readonly status: TicketStatus | null;
  readonly sets: MessageSets;
  /** The ids of uploads of its author. */
  readonly attachments: readonly string[];
  /** How many seconds it can be taken back. */
  readonly leavesInSeconds: number;
}
