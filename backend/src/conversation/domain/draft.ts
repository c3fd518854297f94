import type { Attachment } from '../../attachments/domain/attachment.ts';
import type { TicketPatch } from '../../tickets/domain/ticket-change.ts';
import type { Recipient, WrittenKind } from './message.ts';

export const DRAFT_FILES_MAX = 20;

/** What somebody has begun to write to a ticket, to the letter. */
export interface Draft {
  readonly kind: WrittenKind;
  readonly text: string;
  /** Null where nothing is said of that: it goes to those it usually would. */
  readonly recipients: readonly Recipient[] | null;
  /** Ids of files that shall go along. */
  readonly attachments: readonly string[];
  /** What the ticket is to get with it. */
  readonly sets: TicketPatch;
  /** In view of which version of the conversation it is written. */
  readonly conversation: number;
}

export interface KeptDraft extends Draft {
  /** Each time later than before. */
  readonly updatedAt: Date;
}

/** The version of a draft. */
export function draftVersion({ updatedAt }: Pick<KeptDraft, 'updatedAt'>): number {
  return updatedAt.getTime();
}

/** The version of a draft that is not there. */
export const NO_DRAFT = 0;

/** A draft with those of its files that are there to be sent. */
export interface DraftWithFiles extends KeptDraft {
  readonly files: readonly Attachment[];
}
