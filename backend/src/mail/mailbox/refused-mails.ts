/** About three minutes of tries, with the waits between connections. */
const TRIES_MAX = 8;

/** Counts how often mails could not be had from their server, from one connection to the next. */
export class RefusedMails {
  private readonly tries = new Map<string, number>();

  /** Counts one more time, and says whether the mail is to be waited for no longer: others lie behind it. */
  isGivenUp(mailbox: string, uid: number): boolean {
    const key = `${String(uid)} ${mailbox}`;
    const tries = (this.tries.get(key) ?? 0) + 1;
    if (tries < TRIES_MAX) this.tries.set(key, tries);
    else this.tries.delete(key);
    return tries >= TRIES_MAX;
  }
}
