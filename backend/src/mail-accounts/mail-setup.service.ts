import { Injectable } from '@nestjs/common';
import { SecretBox } from '../secrets/secret-box.ts';
import type { FixedMailbox, Mailbox } from './domain/mailbox.ts';
import type { NamedReading } from './domain/mailbox-reading.ts';
import type { FixedSender, SenderAccount } from './domain/sender.ts';
import { MailboxStates } from './mailbox-states.service.ts';
import { Mailboxes } from './mailboxes.service.ts';
import { Senders } from './senders.service.ts';

/** All that is set of mail. */
export interface MailSetupState {
  readonly mailboxes: readonly Mailbox[];
  readonly fixed: readonly FixedMailbox[];
  /** How reading each of them goes. */
  readonly readings: readonly NamedReading[];
  /** As admins have set it; null where they have not. */
  readonly sender: SenderAccount | null;
  readonly fixedSender: FixedSender | null;
  /** Whether passwords can be kept. */
  readonly keepsPasswords: boolean;
}

/** Tells how the desk reads and sends mail. */
@Injectable()
export class MailSetup {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly states: MailboxStates,
    private readonly senders: Senders,
    private readonly box: SecretBox,
  ) {}

  async read(): Promise<MailSetupState> {
    const { fixed } = this.mailboxes;
    const [mailboxes, sender] = [await this.mailboxes.all(), await this.senders.account()];
    const readings = await this.states.of([...mailboxes, ...fixed].map(({ name }) => name));
    return { mailboxes, fixed, readings, sender, fixedSender: this.senders.fixed, keepsPasswords: this.box.hasKey };
  }
}
