import { setTimeout as after } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { MailboxSettings } from '../../config/mailbox-addresses.ts';
import { Settings } from '../../config/settings.ts';
import { MailTaking } from '../mail-taking.service.ts';
import { followMailbox } from './imap-mailbox.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A connection that lasted so long was a good one: after it the waits begin anew. */
const GOOD_AFTER_MS = 60_000;

/** Follows the desk's mailboxes in every process that works; what several of them bring is taken once. */
@Injectable()
export class MailboxWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly taking: MailTaking,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(MailboxWatch.name);
  }

  onApplicationBootstrap(): void {
    if (!this.settings.works) return;
    this.following = Promise.all(this.settings.mailboxes.map((mailbox) => this.keepFollowing(mailbox)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async keepFollowing(mailbox: MailboxSettings): Promise<void> {
    const { signal } = this.stopping;
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const begun = Date.now();
      try {
        await followMailbox(mailbox, this.taking, signal);
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.warn(
          { mailbox: mailbox.name, reason: reasonOf(error) },
          'A mailbox cannot be read; it is tried again',
        );
      }
      if (Date.now() - begun > GOOD_AFTER_MS) wait = FIRST_WAIT_MS;
      await after(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** Never the error itself, which knows the password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { responseText } = error as { responseText?: unknown };
  return typeof responseText === 'string' ? `${error.message}: ${responseText}` : error.message;
}
