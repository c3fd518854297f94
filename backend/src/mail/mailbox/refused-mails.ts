/** Two to five minutes of tries, with the waits between connections, of which not each counts. */
const REFUSALS_MAX = 5;

/** A mail that its server did not give so far. */
interface WaitedFor {
  readonly mail: string;
  readonly failures: number;
  readonly refusals: number;
}

type MailName = readonly [uidValidity: bigint, uid: number];

/**
 * Remembers from one connection to the next which mail of a mailbox could not be had: that for which the others wait. A failure says
 * something of the mail where another one could be had over the same line; else it is the line's, or the server's, and does not count.
 */
export class RefusedMails {
  private readonly waited = new Map<string, WaitedFor>();

  /** How often a mail could not be had. */
  failures(mailbox: string, ...mail: MailName): number {
    return this.of(mailbox, mail).failures;
  }

  /** Counts one more time, and says whether the mail is to be waited for no longer: others lie behind it. */
  isGivenUp(mailbox: string, isRefused: boolean, ...mail: MailName): boolean {
    const { failures, refusals } = this.of(mailbox, mail);
    const now = { mail: mail.join(' '), failures: failures + 1, refusals: refusals + (isRefused ? 1 : 0) };
    this.waited.set(mailbox, now);
    return now.refusals >= REFUSALS_MAX;
  }

  /** The mail that was waited for could be had, or was given up. */
  forget(mailbox: string): void {
    this.waited.delete(mailbox);
  }

  private of(mailbox: string, mail: MailName): WaitedFor {
    const known = this.waited.get(mailbox);
    return known?.mail === mail.join(' ') ? known : { mail: mail.join(' '), failures: 0, refusals: 0 };
  }
}
