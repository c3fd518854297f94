import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings.ts';
import { SharedLocks } from '../../database/shared-locks.ts';
import { MailTaking } from '../mail-taking.service.ts';
import { type MailboxToFollow, followMailbox } from './imap-mailbox.ts';
import { RefusedMails } from './refused-mails.ts';

const MAILBOXES = 4_713;

/** Follows mailboxes, each in one process of the desk at a time: each mail is fetched once. */
@Injectable()
export class MailboxFollowing implements OnApplicationShutdown {
  private readonly locks: SharedLocks;
  private readonly refused = new RefusedMails();

  constructor(
    { database }: Settings,
    private readonly taking: MailTaking,
  ) {
    this.locks = new SharedLocks(database.directUrl.reveal(), MAILBOXES, 'support-ticket-system mailboxes');
  }

  onApplicationShutdown(): Promise<void> {
    return this.locks.close();
  }

  /**
   * Waits until no other process follows a mailbox, and takes its mails until the signal fires.
   *
   * @throws Error when the server or the database cannot be reached, or goes away; see `followMailbox`.
   */
  async follow(mailbox: MailboxToFollow, signal: AbortSignal): Promise<void> {
    const lost = await this.locks.hold(mailbox.name, signal);
    try {
      await followMailbox(mailbox, this.taking, this.refused, AbortSignal.any([signal, lost]));
    } catch (error) {
      throw lost.aborted ? new Error('Another process may follow it by now: the database was out of reach') : error;
    } finally {
      await this.locks.release(mailbox.name);
    }
  }
}
