/** One to five minutes of tries, with the waits between connections. */
const REFUSALS_MAX = 5;
/** Beside a mail that was given up the trouble has lasted for minutes. */
const REFUSALS_BESIDE = 2;

/**
 * What is known of a mailbox of which a mail cannot be had, from one connection to the next. A failure says something of the mail where
 * another one, the witness, could be had over the same line; else it is the line's, or the server's, and does not count.
 */
export class MailTrouble {
  /** How often each mail was asked for since it was had, in vain; under null how often a mail was asked for without a witness. */
  private readonly inVain = new Map<number | null, number>();
  private readonly refusals = new Map<number, number>();
  private hasGivenUp = false;

  /** How often a mail was asked for in vain. */
  failures(uid: number | null): number {
    return this.inVain.get(uid) ?? 0;
  }

  /** Who is to vouch for the line: who failed least, and null, nobody, once all have, as they may be broken as well. */
  witness(others: readonly number[]): number | null {
    return [...others, null].reduce((best, other) => (this.failures(other) < this.failures(best) ? other : best));
  }

  /** Counts as in vain, until it is had, as nobody may be there any more to count it later. */
  ask(uid: number | null): void {
    this.inVain.set(uid, this.failures(uid) + 1);
  }

  had(uid: number): void {
    this.inVain.delete(uid);
  }

  /** Counts that a mail was not given over a line that carries others. Whether it is to be waited for no longer: others lie behind it. */
  isGivenUp(uid: number): boolean {
    const refusals = (this.refusals.get(uid) ?? 0) + 1;
    this.refusals.set(uid, refusals);
    const isOver = refusals >= (this.hasGivenUp ? REFUSALS_BESIDE : REFUSALS_MAX);
    this.hasGivenUp ||= isOver;
    return isOver;
  }
}

/** The trouble of each mailbox that has some. */
export class RefusedMails {
  private readonly troubles = new Map<string, { readonly uidValidity: bigint; readonly trouble: MailTrouble }>();

  /** What is known of a mailbox; nothing, where it has numbered its mails anew. */
  of(mailbox: string, uidValidity: bigint): MailTrouble {
    const known = this.troubles.get(mailbox);
    if (known?.uidValidity === uidValidity) return known.trouble;
    const trouble = new MailTrouble();
    this.troubles.set(mailbox, { uidValidity, trouble });
    return trouble;
  }

  /** The mail that was waited for could be had. */
  forget(mailbox: string): void {
    this.troubles.delete(mailbox);
  }
}
