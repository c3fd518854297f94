import { setTimeout as after } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Settings } from '../../config/settings.ts';
import { DeskEventBus } from '../../events/desk-event-bus.ts';
import { type MailboxToRead, Mailboxes } from '../../mail-accounts/mailboxes.service.ts';
import { reasonOf } from './failure-words.ts';
import { MailboxFollowing } from './mailbox-following.service.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A connection that lasted so long was a good one: after it the waits begin anew. */
const GOOD_AFTER_MS = 60_000;
/** Whatever other processes have changed is looked for so often, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** One that is followed, and what ends that. */
interface Followed {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Follows the desk's mailboxes in the processes that work, each in one of them at a time. What admins set up, change and
 * remove counts at once in their own process, and in the others some seconds later.
 */
@Injectable()
export class MailboxWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly followed = new Map<string, Followed>();
  private changed = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly mailboxes: Mailboxes,
    private readonly following: MailboxFollowing,
    private readonly events: DeskEventBus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(MailboxWatch.name);
  }

  onApplicationBootstrap(): void {
    if (!this.settings.works) return;
    this.events.on('settings_changed', () => this.changed.abort());
    this.watching = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.changed.abort();
    await this.watching;
    await this.follow([]);
  }

  private async watch(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.changed = new AbortController();
      try {
        await this.follow(await this.mailboxes.toRead());
      } catch (error) {
        this.logger.warn({ err: error }, 'Which mailboxes to read cannot be looked up; those known are read on');
      }
      const { signal } = this.changed;
      await after(LOOK_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Begins with those that are not followed yet, once those that are no more have ended. */
  private async follow(wanted: readonly MailboxToRead[]): Promise<void> {
    const marks = new Set(wanted.map(({ mark }) => mark));
    const gone = [...this.followed].filter(([mark]) => !marks.has(mark));
    for (const [mark, { stop }] of gone) {
      stop.abort();
      this.followed.delete(mark);
    }
    await Promise.all(gone.map(([, { ended }]) => ended));
    if (this.stopping.signal.aborted) return;
    for (const mailbox of wanted.filter(({ mark }) => !this.followed.has(mark))) {
      const stop = new AbortController();
      this.followed.set(mailbox.mark, { stop, ended: this.keepFollowing(mailbox, stop.signal) });
    }
  }

  private async keepFollowing(mailbox: MailboxToRead, signal: AbortSignal): Promise<void> {
    const hasEnded = (): boolean => signal.aborted;
    for (let wait = FIRST_WAIT_MS; !hasEnded(); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const begun = Date.now();
      try {
        await this.following.follow(mailbox, signal);
      } catch (error) {
        if (hasEnded()) return;
        this.logger.warn(
          { mailbox: mailbox.name, reason: reasonOf(error, mailbox) },
          'A mailbox cannot be read; it is tried again',
        );
      }
      if (Date.now() - begun > GOOD_AFTER_MS) wait = FIRST_WAIT_MS;
      await after(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
