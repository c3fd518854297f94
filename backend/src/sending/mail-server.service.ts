import { Injectable } from '@nestjs/common';
import { type MessageFile, MessageFiles } from '../attachments/message-files.service.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import type { OutgoingMail } from './domain/outgoing-mail.ts';
import { type ServerAnswer, handOverMaxMs } from './domain/server-answer.ts';
import { ReplyAddresses } from './reply-addresses.service.ts';
import { deliver } from './smtp/smtp-delivery.ts';

const NO_SENDER: ServerAnswer = {
  refusal: { words: 'No mail server is set up any more', isPermanent: false },
  refused: new Map(),
};

/** The mail server of the desk, as it is set up at the moment. */
@Injectable()
export class MailServer {
  constructor(
    private readonly senders: Senders,
    private readonly addresses: ReplyAddresses,
    private readonly files: MessageFiles,
  ) {}

  /** For how many milliseconds at most a mail is handed over. */
  longestMs = handOverMaxMs;

  /** Hands it a mail, and gives what it says. */
  async handOver(mail: OutgoingMail): Promise<ServerAnswer> {
    const sender = await this.senders.current();
    if (sender === null) return NO_SENDER;
    const replyTo = await this.addresses.of(sender, mail.ticketId);
    const open = async () => ({ replyTo, files: await this.filesOf(mail) });
    return deliver(sender, mail, open, this.longestMs(mail.kind));
  }

  private async filesOf({ kind, ticketId, number }: OutgoingMail): Promise<readonly MessageFile[]> {
    return kind === 'reply' && ticketId !== null && number !== null ? this.files.of({ ticketId, number }) : [];
  }
}
