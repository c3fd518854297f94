/** A file that came with a message, or waits to be sent with one. */
export interface Attachment {
  readonly id: string;
  /** As it was called where it came from: one line, of any script. */
  readonly name: string;
  /** By its content, whatever its name says. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** No message has more. */
export const ATTACHMENTS_MAX = 20;

/** A message by its ticket and its number there; the description of a ticket is its first one. */
export interface MessagePlace {
  readonly ticketId: number;
  readonly number: number;
}

/** Where the content of an attachment is. */
export const STORAGE_KINDS = ['database', 'folder', 's3'] as const;

export type StorageKind = (typeof STORAGE_KINDS)[number];

/** An attachment with what decides who may read it, and where its content is. */
export interface StoredAttachment extends Attachment {
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly storage: StorageKind;
  /** Null when it did not come from somebody of the desk. */
  readonly uploadedBy: number | null;
  /** Null while no message has it. */
  readonly ticketId: number | null;
  /** The number of its message there; null while none has it. */
  readonly number: number | null;
  /** Whether a message has or had it: its fate is that of the ticket since. */
  readonly attached: boolean;
}

/** What was found out about a content while it came in. */
export interface Measurement {
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}
