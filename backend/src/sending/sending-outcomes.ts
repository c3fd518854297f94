import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { OutgoingKind, OutgoingMail, SendingOutcome } from './domain/outgoing-mail.ts';

/** Hears what became of a mail, in the transaction that keeps it. */
export interface OutcomeHandler {
  /** Holds what the mail belongs to; whoever holds both a ticket and its mails has held the ticket first. */
  readonly hold: (transaction: Transaction, ticketId: number) => Promise<unknown>;
  readonly tell: (transaction: Transaction, outcome: SendingOutcome) => Promise<void>;
}

/** Who wants to know what becomes of which mails. Rooms above tell while the modules are being set up. */
@Injectable()
export class SendingOutcomes {
  private readonly handlers = new Map<OutgoingKind, OutcomeHandler>();

  /** @throws Error when somebody hears of these mails already. */
  on(kind: OutgoingKind, handler: OutcomeHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two hear what became of mails of the kind "${kind}".`);
    this.handlers.set(kind, handler);
  }

  /** Nobody changes what a mail belongs to before the transaction ends. */
  async hold(transaction: Transaction, { kind, ticketId }: Pick<OutgoingMail, 'kind' | 'ticketId'>): Promise<void> {
    if (ticketId !== null) await this.handlers.get(kind)?.hold(transaction, ticketId);
  }

  async tell(transaction: Transaction, kind: OutgoingKind, outcome: SendingOutcome): Promise<void> {
    await this.handlers.get(kind)?.tell(transaction, outcome);
  }
}
