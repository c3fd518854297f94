import { setTimeout as after } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import type { OutgoingKind, OutgoingMail, SendingOutcome } from './domain/outgoing-mail.ts';
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
    const outcome = outcomeOf(mail, await this.server.handOver(mail));
    await this.settle(mail.kind, outcome);
    if (outcome.state === 'queued') throw new Error('The mail server does not take the mail yet');
  }

  /** Untold, a mail that a server has taken would be sent once more: so the first failure is not the last word. */
  private async settle(kind: OutgoingKind, outcome: SendingOutcome): Promise<void> {
    for (let left = SETTLING_TRIES - 1; ; left -= 1) {
      try {
        await this.unitOfWork.run(async (transaction) => {
          // First those who hold what the mail belongs to, in the order in which it is held when a mail is written.
          await this.outcomes.tell(transaction, kind, outcome);
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
