import { setTimeout as after } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import type { OutgoingMail, SendingOutcome } from './domain/outgoing-mail.ts';
import { type ServerAnswer, afterAnswer, isLastTry, stateOf, wordsOf } from './domain/server-answer.ts';
import { MailServer } from './mail-server.service.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { SEND_MAIL } from './send-mail.job.ts';
import { SendingOutcomes } from './sending-outcomes.ts';

/** So many mails more a job sends than its own. */
const AT_ONCE = 100;
/** What a server said is written down in so many tries, so long apart. */
const SETTLING_TRIES = 3;
const SETTLING_GAP_MS = 1_000;
/** So often is said that a mail is still in hand, in milliseconds: well before it would be taken for left (`IN_HAND_MINUTES`). */
const RENEWED_EVERY_MS = 60_000;

/**
 * Sends mails. Each is `sending` before the server hears of it: where a process dies before it has written down what the server
 * said, the mail is sent again under the same Message-ID. So it is sent at least once, and known as the same.
 */
@Injectable()
export class MailSending implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: OutgoingMailRepository,
    private readonly server: MailServer,
    private readonly outcomes: SendingOutcomes,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(SEND_MAIL, async ({ data: { mail }, signal }) => {
      await this.send(mail);
      await this.sendOthers(signal);
    });
  }

  /**
   * Sends a mail, unless that was done.
   *
   * @throws Error where it is to be tried again.
   */
  async send(id: number): Promise<void> {
    const mail = await this.mails.take(id);
    if (mail === 'done') return;
    if (mail === 'busy') throw new Error('The mail is being sent by somebody else');
    const outcome = outcomeOf(mail, await this.handOver(mail));
    await this.settle(mail, outcome);
    if (outcome.state === 'queued') throw new Error('The mail server does not take the mail yet');
  }

  /** However long that goes on, nobody takes the mail for one whose sender died. */
  private async handOver(mail: OutgoingMail): Promise<ServerAnswer> {
    const renewal = setInterval(() => void this.mails.keepInHand(mail).catch(() => undefined), RENEWED_EVERY_MS);
    try {
      return await this.server.handOver(mail);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Untold, a mail that a server has taken would be sent once more: so the first failure is not the last word. */
  private async settle(mail: OutgoingMail, outcome: SendingOutcome): Promise<void> {
    for (let left = SETTLING_TRIES - 1; ; left -= 1) {
      try {
        await this.unitOfWork.run(async (transaction) => {
          await this.outcomes.hold(transaction, mail);
          const held = await this.mails.hold(transaction, mail.messageId);
          // Somebody else has it in hand by now and says what became of it, or its words are gone.
          if (held?.attempts !== mail.attempts || (held.state !== 'sending' && outcome.state === 'queued')) return;
          await this.outcomes.tell(transaction, mail.kind, outcome);
          await this.mails.settle(transaction, outcome);
        });
        return;
      } catch (error) {
        if (left === 0) throw error;
        await after(SETTLING_GAP_MS);
      }
    }
  }

  /** Many may have been written at once; what fails of them is tried again by its own job. */
  private async sendOthers(signal: AbortSignal): Promise<void> {
    for (const id of await this.mails.untried(AT_ONCE)) {
      if (signal.aborted) return;
      await this.send(id).catch(() => undefined);
    }
  }
}

function outcomeOf(mail: OutgoingMail, answer: ServerAnswer): SendingOutcome {
  const { kind, messageId, ticketId, number, attempts } = mail;
  const isLast = isLastTry(kind, Date.now() - mail.createdAt.getTime());
  const recipients = afterAnswer(mail.recipients, answer, isLast);
  return { messageId, ticketId, number, attempts, state: stateOf(recipients), detail: wordsOf(recipients), recipients };
}
