import type { Attachment } from '../../attachments/domain/attachment.ts';
import type { Recipient, WrittenKind } from './message.ts';

export const DRAFT_FILES_MAX = 20;

/** What somebody has begun to write to a ticket, to the letter. */
export interface Draft {
  readonly kind: WrittenKind;
  readonly text: string;
  readonly recipients: readonly Recipient[];
  /** Ids of files that shall go along. */
  readonly attachments: readonly string[];
  /** In view of which version of the conversation it is written. */
  readonly conversation: number;
}

export interface KeptDraft extends Draft {
  readonly updatedAt: Date;
}

/** A draft with those of its files that are there to be sent. */
export interface DraftWithFiles extends KeptDraft {
  readonly files: readonly Attachment[];
}
