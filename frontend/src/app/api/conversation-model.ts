import type { Priority, Status } from './model';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** A message or an event of a ticket; its number is its place, and the version of the ticket that it made. */
export type ConversationEntry = Schemas['TimelineEntryDto'];
export type ConversationPage = Schemas['TimelineDto'];
/** Whom a reply goes to, and what became of it there. */
export type MessageRecipient = Schemas['ToldRecipientDto'];
/** What is known of who a mail is from, and who found it out. */
export type SenderCheck = Schemas['SenderCheckDto'];
/** A file that came with a message. */
export type AttachmentInfo = Schemas['Attachment'];
/** How far a reply has come on its way out. */
export type MessageDelivery = Schemas['DeliveryDto'];
/** What people of the desk write. */
export type MessageKind = Schemas['WrittenKind'];
/** Whom a reply goes to. */
export type Addressees = Schemas['RecipientsDto'];

/** What a person of the desk writes, in Markdown. */
export interface WrittenMessage {
  readonly kind: MessageKind;
  readonly text: string;
  /** Left out, a reply goes to whom the ticket belongs. */
  readonly recipients?: Addressees;
  /** The ids of files that go along. */
  readonly attachments?: readonly string[];
  /** What the ticket becomes when it leaves, and what else it gets then. */
  readonly status?: Status;
  readonly category?: string;
  readonly priority?: Priority;
  readonly assignee?: number | null;
  /** How long a reply can be taken back. */
  readonly leaves_in_seconds?: number;
}

export type KeptDraft = Schemas['KeptDraftDto'];

/** What one person has begun to write in one ticket. */
export interface MessageDraft {
  readonly kind: MessageKind;
  readonly text: string;
  readonly recipients: Addressees | null;
  /** What shall go along. */
  readonly attachments: readonly AttachmentInfo[];
  /** What the ticket is to get with it. */
  readonly sets: KeptDraft['sets'];
  /** The number of the newest public message that was there when it was begun. */
  readonly conversation: number;
}
