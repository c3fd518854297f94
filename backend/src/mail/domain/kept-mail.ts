import type { MailKind } from './mail-kind.ts';
import type { Prover, SenderProof } from './sender-proof.ts';

/**
 * What became of a mail: `taken` until it is read, then a `ticket` or a `message` of one, the `report` of a server, or it was
 * `passed_over` as nothing is to be done about it. One that is `quarantined` waits for an admin, who may have it `deleted`.
 */
export const MAIL_STATES = ['taken', 'ticket', 'message', 'report', 'passed_over', 'quarantined', 'deleted'] as const;

export type MailState = (typeof MAIL_STATES)[number];

/** A larger mail is not fetched, in bytes. */
export const MAIL_SIZE_MAX = 50 * 1_048_576;

/** A mail as a mailbox gives it. */
export interface FetchedMail {
  /** The mailbox it lies in: user, server and folder, without a password. */
  readonly mailbox: string;
  /** With `uid`, its number there; a mailbox that numbers its mails anew has another validity from then on. */
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly arrivedAt: Date;
  /** In bytes. */
  readonly size: number;
  /** Null for one that is too large to be fetched, or that the server does not give. */
  readonly raw: Buffer | null;
}

/** A mail that the desk keeps. */
export interface KeptMail {
  readonly id: number;
  readonly state: MailState;
  readonly mailbox: string;
  readonly arrivedAt: Date;
  /** When the desk took it. */
  readonly keptAt: Date;
  /** Null until it was read, or where nobody asked. */
  readonly proof: SenderProof | null;
  /** Null once it became something or was let go, or where it never was here. */
  readonly raw: Buffer | null;
}

/** What was read in a mail, and what became of it. */
export interface MailOutcome {
  readonly state: MailState;
  readonly reason: string | null;
  readonly kind: MailKind | null;
  readonly proof: SenderProof | null;
  /** Who found that out; null where nobody did now. */
  readonly provenBy: Prover | null;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  readonly messageId: string | null;
  readonly ticketId: number | null;
  readonly number: number | null;
}

/** After so many days keys of signatures and servers of domains may be others. */
const LATE_DAYS = 3;

/** Whether a mail had lain in its mailbox for days before the desk took it, as those that lie there at the first start. */
export function isLate({ arrivedAt, keptAt }: Pick<KeptMail, 'arrivedAt' | 'keptAt'>): boolean {
  return keptAt.getTime() - arrivedAt.getTime() > LATE_DAYS * 86_400_000;
}
