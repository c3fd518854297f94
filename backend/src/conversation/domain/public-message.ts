import type { Attachment } from '../../attachments/domain/attachment.ts';

/** What a customer may read of a conversation: the description, answers of the desk, and what customers wrote. Never a note. */
export const PUBLIC_KINDS = ['description', 'reply', 'incoming'] as const;

export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** A customer who reads: the ids of all their contacts, and all their addresses in small letters. */
export interface Reader {
  readonly contacts: readonly number[];
  readonly addresses: readonly string[];
}

/** A message as a customer reads it. */
export interface PublicMessage {
  readonly number: number;
  readonly kind: PublicKind;
  /** Whether the reader wrote it. */
  readonly mine: boolean;
  /** What its author is called; null when nobody knows. */
  readonly author: string | null;
  readonly at: Date;
  /** Of an answer Markdown, otherwise plain. */
  readonly text: string;
  /** Sanitized; null where the text is plain. */
  readonly html: string | null;
  /** The quoted part of a mail. */
  readonly folded: string;
  readonly attachments: readonly Attachment[];
}

/** A page of them, oldest first; `next` is the number before which those of the next page came, null when there are no older ones. */
export interface PublicPage {
  readonly messages: readonly PublicMessage[];
  readonly next: number | null;
}
