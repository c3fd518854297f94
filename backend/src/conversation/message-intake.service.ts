import { Injectable } from '@nestjs/common';
import type { ChangeRequest } from '../common/change-request.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { ownedBy } from '../tickets/domain/idempotency-key.ts';
import { Idempotency } from '../tickets/idempotency.service.ts';
import type { WrittenMessage } from './domain/message.ts';
import type { TakenIn } from './domain/timeline-entry.ts';
import { requireToStay } from './domain/written-message.ts';
import { MessageRepository } from './message.repository.ts';
import { MessageWriting } from './message-writing.service.ts';

/** Takes in what people of the desk and their programs write to tickets. */
@Injectable()
export class MessageIntake {
  constructor(
    private readonly writing: MessageWriting,
    private readonly messages: MessageRepository,
    private readonly idempotency: Idempotency,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes an answer or a note (see `MessageWriting`). With a key, a retry of the same request gives the message of the first,
   * whatever has been written since.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for a note that shall go to somebody.
   * @throws DomainError `stale_conversation` when the conversation is newer than all accepted versions.
   * @throws DomainError `idempotency_key_reused` when the key was used for something else.
   */
  write(
    ticketId: number,
    message: WrittenMessage,
    request: ChangeRequest & { readonly key: string | null },
  ): Promise<TakenIn> {
    requireToStay(message);
    return this.unitOfWork.run(async (transaction) => {
      const write = () => this.writing.write(transaction, ticketId, message, request);
      const { key, by } = request;
      if (key === null) return { ...(await write()), replayed: false };
      const outcome = await this.idempotency.once(
        transaction,
        { key, owner: ownedBy(by), request: { ticketId, message } },
        write,
        ({ number }) => ({ ticketId, messageNumber: number }),
      );
      if ('written' in outcome) return { ...outcome.written, replayed: false };
      const { messageNumber: number } = outcome.earlier;
      if (number === null) throw new Error('A key under which a message was written names none');
      return {
        ticketId,
        number,
        conversation: await this.messages.newestPublic(ticketId, transaction),
        replayed: true,
      };
    });
  }
}
