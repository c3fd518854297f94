import { Injectable } from '@nestjs/common';
import type { OutgoingMail } from './domain/outgoing-mail.ts';
import type { ServerAnswer } from './domain/server-answer.ts';
import { SenderSettings } from './sender-settings.service.ts';
import { deliver } from './smtp/smtp-delivery.ts';

const NO_SENDER: ServerAnswer = {
  refusal: { words: 'No mail server is set up any more', isPermanent: false },
  refused: new Map(),
};

/** The mail server of the desk, as it is set up at the moment. */
@Injectable()
export class MailServer {
  constructor(private readonly senders: SenderSettings) {}

  /** Hands it a mail, and gives what it says. */
  async handOver(mail: OutgoingMail): Promise<ServerAnswer> {
    const sender = await this.senders.current();
    return sender === null ? NO_SENDER : deliver(sender, mail);
  }
}
