import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings.ts';
import { SharedLocks } from '../../database/shared-locks.ts';
import { MailboxStates } from '../../mail-accounts/mailbox-states.service.ts';
import type { MailboxToRead } from '../../mail-accounts/mailboxes.service.ts';
import { MailTaking } from '../mail-taking.service.ts';
import { failureWords } from './failure-words.ts';
import { followMailbox } from './imap-mailbox.ts';
import { MailboxPlaceRepository } from './mailbox-place.repository.ts';
import { RefusedMails } from './refused-mails.ts';
import { passOverOld } from './where-to-begin.ts';

const MAILBOXES = 4_713;

/** Follows mailboxes, each in one process of the desk at a time: each mail is fetched once. */
@Injectable()
export class MailboxFollowing implements OnApplicationShutdown {
  private readonly locks: SharedLocks;
  private readonly refused = new RefusedMails();

  constructor(
    { database }: Settings,
    private readonly taking: MailTaking,
    private readonly places: MailboxPlaceRepository,
    private readonly states: MailboxStates,
  ) {
    this.locks = new SharedLocks(database.directUrl.reveal(), MAILBOXES, 'support-ticket-system mailboxes');
  }

  onApplicationShutdown(): Promise<void> {
    return this.locks.close();
  }

  /**
   * Waits until no other process follows a mailbox, and takes its mails until the signal fires. Admins are told how that goes; a line that
   * breaks after it was good is no failure yet.
   *
   * @throws Error when the server or the database cannot be reached, or goes away; see `followMailbox`.
   */
  async follow(mailbox: Omit<MailboxToRead, 'mark'>, signal: AbortSignal): Promise<void> {
    const { name, since } = mailbox;
    const line = { isGood: false };
    const lost = await this.locks.hold(mailbox.name, signal);
    try {
      await followMailbox(mailbox, this.taking, this.refused, AbortSignal.any([signal, lost]), {
        ...(since && { begin: (client, box) => passOverOld(client, box, since, this.places) }),
        looked: () => {
          line.isGood = true;
          return this.states.looked(name);
        },
      });
    } catch (error) {
      const isFailure = !line.isGood && !signal.aborted && !lost.aborted;
      if (isFailure) await this.states.failed(name, failureWords(error, mailbox));
      throw lost.aborted ? new Error('Another process may follow it by now: the database was out of reach') : error;
    } finally {
      await this.locks.release(mailbox.name);
    }
  }
}
