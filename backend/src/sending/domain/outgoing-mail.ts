/** What the desk sends: answers to customers, and what it writes of its own accord. A note is none of these. */
export const OUTGOING_KINDS = ['reply', 'acknowledgement', 'sign_in', 'test'] as const;

export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/**
 * How far a mail is: `sending` from before it is handed to the mail server, `sent` when that took it for one recipient at least,
 * `failed` when nobody gets it; `bounced` when it came back from everybody it was taken for.
 */
export const OUTGOING_STATES = ['queued', 'sending', 'sent', 'failed', 'bounced'] as const;

export type OutgoingState = (typeof OUTGOING_STATES)[number];

export type MailRole = 'to' | 'cc';

/** Whom a mail goes to; without a name by the address alone. */
export interface MailRecipient {
  readonly role: MailRole;
  readonly name: string;
  readonly address: string;
}

/**
 * What became of a mail at a recipient: `sent` when a server took it, `failed` when ours did not; then what servers further on report:
 * it is `delayed` while they still try, has come back for good (`bounced`), or for now (`soft_bounced`), as from a full mailbox.
 */
export type RecipientState = 'sent' | 'delayed' | 'failed' | 'bounced' | 'soft_bounced';

/** The same with what became of the mail there, null while nobody knows, and what a server said to that. */
export interface KeptRecipient extends MailRecipient {
  readonly state: RecipientState | null;
  readonly detail: string | null;
}

/** Where a mail stands in the conversation of a ticket; `number` is that of the message. */
export interface MailPlace {
  readonly ticketId: number;
  readonly number: number;
}

interface MailWords {
  /** One at least. */
  readonly recipients: readonly MailRecipient[];
  /** Who writes, beside whom stands what the desk is called; null for the desk alone. */
  readonly fromName: string | null;
  readonly subject: string;
  readonly text: string;
  /** A whole document, or a part of one; null sends the text alone. */
  readonly html: string | null;
}

/** An answer to a customer, which is threaded with the mails of its ticket; the files of the message are sent with it. */
export interface ReplyMail extends MailWords {
  readonly kind: 'reply';
  readonly place: MailPlace;
  /** Whether its text or HTML tells the title of the ticket: then that goes when it is removed. */
  readonly tellsTitle: boolean;
}

/** Tells a customer that what they wrote has come. */
export interface AcknowledgementMail extends MailWords {
  readonly kind: 'acknowledgement';
  readonly place: { readonly ticketId: number; readonly number: number | null };
}

/** Lets somebody into the portal, or shows an admin that mails arrive. */
export interface PlainMail extends MailWords {
  readonly kind: 'sign_in' | 'test';
}

/** What can be sent. */
export type MailToSend = ReplyMail | AcknowledgementMail | PlainMail;

/** A mail as it is kept. */
export interface OutgoingMail extends MailWords {
  readonly id: number;
  /** Without brackets. */
  readonly messageId: string;
  readonly kind: OutgoingKind;
  readonly ticketId: number | null;
  readonly number: number | null;
  readonly recipients: readonly KeptRecipient[];
  /** The Message-ID of the mail that it answers, without brackets; null for none. */
  readonly inReplyTo: string | null;
  /** Those of its conversation, the oldest first. */
  readonly references: readonly string[];
  /** How often it was handed to a mail server, this time included. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What became of a mail, or of it at some of its recipients. */
export interface SendingOutcome {
  readonly messageId: string;
  /** Null for one that belongs to no ticket. */
  readonly ticketId: number | null;
  /** Null for one that belongs to no message. */
  readonly number: number | null;
  /** How often it was handed to a mail server. */
  readonly attempts: number;
  /** `queued` for one that the server did not take yet, and that is tried again. */
  readonly state: Exclude<OutgoingState, 'sending'>;
  /** The server's words, on one line; null without any. */
  readonly detail: string | null;
  readonly recipients: readonly KeptRecipient[];
}
