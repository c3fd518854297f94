import type { DeliveryReport } from './delivery-report.ts';
import type { MailAddress } from './mail-address.ts';
import type { MailKind } from './mail-kind.ts';

/** A file of a mail, decoded. */
export interface MailFile {
  /** As the sender named it, in any script; made from its type where it has no name. */
  readonly name: string;
  /** As the sender declared it, in small letters. */
  readonly type: string;
  readonly content: Buffer;
  /** The Content-ID by which the mail's HTML shows it, without brackets; null where it has none. */
  readonly inlineId: string | null;
}

/** A mail as the desk reads it: what can be known of it, whatever is broken. */
export interface ReadMail {
  /** What it is known by, however often and on whatever ways it came (`mailIdentity`); null where nothing tells it from others. */
  readonly identity: string | null;
  /** Without brackets; null where the mail has none. */
  readonly messageId: string | null;
  /** Without brackets, the nearest first. */
  readonly answers: readonly string[];
  /** When it says that it was written; null where that cannot be. */
  readonly writtenAt: Date | null;
  /** Who it says it is from; null only where no field holds an address. */
  readonly sender: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Every address under which it reached the mailbox, copies and what servers noted included. */
  readonly reachedAt: readonly string[];
  /** On one line; empty where it has none. */
  readonly subject: string;
  /** What is shown, and what is folded: joined, the whole text, to the letter. */
  readonly text: string;
  readonly folded: string;
  /** Made safe (`safeHtml`), with the quote marked that the text folds (`withMarkedQuote`); null where the mail has none, or too much. */
  readonly html: string | null;
  readonly files: readonly MailFile[];
  readonly kind: MailKind;
  /** Whether it asks that no program answers it (`X-Auto-Response-Suppress`). */
  readonly suppressesReplies: boolean;
  /** What a server reports of a mail that was sent, for `delivery`. */
  readonly report: DeliveryReport | null;
  /** Whether its words are encrypted: then there is no text, and the files hold what there is. */
  readonly encrypted: boolean;
  /** Why it could be read in part only, in a sentence; null for a mail that was read. */
  readonly fault: string | null;
}
