/** Whether a mailbox is looked into, cannot be, or nobody does. */
export const READING_STATES = ['read', 'failing', 'waiting'] as const;

/** What processes that read a mailbox have told of it. */
export interface ToldOfMailbox {
  /** Since when it can, or cannot, be read. */
  readonly since: Date;
  /** When it was last looked into to its end. */
  readonly lookedAt: Date | null;
  readonly failure: string | null;
}

/** How reading a mailbox goes. */
export interface MailboxReading {
  readonly state: (typeof READING_STATES)[number];
  readonly since: Date | null;
  readonly lookedAt: Date | null;
  readonly failure: string | null;
}

/** The same of a mailbox by its name. */
export interface NamedReading extends MailboxReading {
  readonly name: string;
}

/** It is looked into every minute: after so long nobody does. */
const NOBODY_AFTER_MS = 5 * 60_000;

export function readingOf(told: ToldOfMailbox | undefined, now: Date): MailboxReading {
  if (!told) return { state: 'waiting', since: null, lookedAt: null, failure: null };
  if (told.failure !== null) return { state: 'failing', ...told };
  const isLate = told.lookedAt === null || now.getTime() - told.lookedAt.getTime() > NOBODY_AFTER_MS;
  return { state: isLate ? 'waiting' : 'read', ...told };
}
