import { Injectable } from '@nestjs/common';
import { SecretBox } from '../secrets/secret-box.ts';
import type { FixedMailbox, Mailbox } from './domain/mailbox.ts';
import { Mailboxes } from './mailboxes.service.ts';

/** All that is set of mail. */
export interface MailSetupState {
  readonly mailboxes: readonly Mailbox[];
  readonly fixed: readonly FixedMailbox[];
  /** Whether passwords can be kept. */
  readonly keepsPasswords: boolean;
}

/** Tells how the desk reads and sends mail. */
@Injectable()
export class MailSetup {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly box: SecretBox,
  ) {}

  async read(): Promise<MailSetupState> {
    const { fixed } = this.mailboxes;
    return { mailboxes: await this.mailboxes.all(), fixed, keepsPasswords: this.box.hasKey };
  }
}
