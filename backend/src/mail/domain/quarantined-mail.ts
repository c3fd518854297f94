/** A mail that became nothing and waits for an admin. */
export interface QuarantinedMail {
  readonly id: number;
  readonly mailbox: string;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  /** Why, in words. */
  readonly reason: string;
  /** In bytes. */
  readonly size: number;
  /** Whether it is kept as it came, so that it can be read. */
  readonly hasSource: boolean;
  readonly arrivedAt: Date;
  readonly keptAt: Date;
}

/** The newest first; `next` is the cursor of the page after it. */
export interface QuarantinePage {
  readonly mails: readonly QuarantinedMail[];
  readonly next: string | null;
}
