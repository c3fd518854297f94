import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { AnswerSending } from './answer-sending.service.ts';
import { DepartureRepository } from './departure.repository.ts';
import { DEPARTURES } from './departures.job.ts';

/** Lets answers leave that were held, each when its time has come, whatever became of the process that wrote it. */
@Injectable()
export class Departures implements OnModuleInit {
  constructor(
    private readonly departures: DepartureRepository,
    private readonly sending: AnswerSending,
    private readonly tickets: TicketMessages,
    private readonly jobs: JobQueue,
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(DEPARTURES, () => this.leaveDue());
  }

  /** Has an answer that the transaction writes leave after so many seconds; without any within the transaction. */
  async schedule(transaction: Transaction, ticketId: number, number: number, seconds: number): Promise<void> {
    if (seconds > 0) await this.jobs.send(transaction, DEPARTURES, {}, { afterSeconds: seconds });
    else await this.depart(transaction, ticketId, number);
  }

  /** Lets an answer leave now that is held. The transaction holds its ticket. */
  async leave(transaction: Transaction, ticketId: number, number: number): Promise<void> {
    const departed = await this.depart(transaction, ticketId, number);
    // Who follows the ticket is told by a version.
    if (departed && !departed.isTold) await this.tickets.add(transaction, ticketId, departed.by);
  }

  /** Lets all leave whose time has come; one that cannot leave holds up none behind it. */
  async leaveDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const { ticketId, number } of await this.departures.due())
      await this.unitOfWork
        .run(async (transaction) => {
          if (await this.tickets.holdIfThere(transaction, ticketId)) await this.leave(transaction, ticketId, number);
        })
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Some answers could not leave');
  }

  /** With what the ticket gets by it. */
  private async depart(transaction: Transaction, ticketId: number, number: number) {
    const departure = await this.sending.send(transaction, ticketId, number);
    const departed = departure && (await this.departures.leave(transaction, ticketId, number, departure));
    if (!departed) return null;
    const { sets, by } = departed;
    return { by, isTold: await this.tickets.give(transaction, ticketId, sets, by) };
  }
}
