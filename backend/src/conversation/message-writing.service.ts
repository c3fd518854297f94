import { Injectable } from '@nestjs/common';
import { Attachments } from '../attachments/attachments.service.ts';
import type { ChangeRequest } from '../common/change-request.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { Mentions } from '../notifications/mentions.service.ts';
import type { TicketPatch } from '../tickets/domain/ticket-change.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { Addressing } from './addressing.service.ts';
import { Departures } from './departures.service.ts';
import type { WrittenMessage } from './domain/message.ts';
import { requireShown } from './domain/shown-pictures.ts';
import type { Written } from './domain/timeline-entry.ts';
import { markdownToHtml, picturesIn } from '../common/markdown.ts';
import { DraftRepository } from './draft.repository.ts';
import { MessageRepository } from './message.repository.ts';

/** Writes answers and notes. */
@Injectable()
export class MessageWriting {
  constructor(
    private readonly tickets: TicketMessages,
    private readonly messages: MessageRepository,
    private readonly departures: Departures,
    private readonly drafts: DraftRepository,
    private readonly addressing: Addressing,
    private readonly mentions: Mentions,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Writes an answer or a note to a ticket, as part of a transaction. What was written in view of an older conversation is
   * turned away.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for attachments that are not the author's to send, a text that shows what is no picture among them, or a
   *   category or an assignee that no ticket may get.
   * @throws DomainError `stale_conversation` when the conversation is newer than all accepted versions.
   */
  async write(
    transaction: Transaction,
    ticketId: number,
    message: WrittenMessage,
    { by, accepts }: ChangeRequest,
  ): Promise<Written> {
    const html = await this.htmlOf(transaction, message, by.userId);
    await this.tickets.hold(transaction, ticketId);
    await this.tickets.requireChoices(transaction, ticketId, message.sets);
    const newest = await this.messages.newestPublic(ticketId, transaction);
    if (accepts && newest > Math.max(...accepts)) throw staleConversation(ticketId, newest);
    const number = await this.tickets.add(transaction, ticketId, by);
    const isReply = message.kind === 'reply';
    await this.messages.insert(transaction, {
      ...{ ticketId, number, kind: message.kind, text: message.text, html, folded: '', authorContact: null },
      recipients: await this.addressing.recipients(transaction, ticketId, message),
      ...{ setsStatus: message.status, sets: message.sets },
      leavesInSeconds: isReply ? message.leavesInSeconds : null,
    });
    await this.attachments.attach(transaction, message.attachments, { ticketId, number }, by.userId);
    if (by.via === 'web' && by.userId !== null)
      await this.drafts.forgetWritten(transaction, { ticketId, userId: by.userId }, message);
    if (!isReply) await this.mentions.tell(transaction, { ticketId, number, text: message.text }, by);
    if (isReply) await this.departures.schedule(transaction, ticketId, number, message.leavesInSeconds);
    else await this.tickets.give(transaction, ticketId, brought(message), by);
    return { ticketId, number, conversation: isReply ? number : newest };
  }

  private async htmlOf(transaction: Transaction, message: WrittenMessage, by: number | null): Promise<string> {
    const pictures = picturesIn(message.text);
    if (pictures.size > 0) requireShown(pictures, await this.attachments.waiting(message.attachments, by, transaction));
    return markdownToHtml(message.text, pictures);
  }
}

/** All that the ticket gets with it. */
function brought({ status, sets }: WrittenMessage): TicketPatch {
  return { ...sets, ...(status && { status }) };
}

function staleConversation(id: number, newest: number): DomainError {
  return new DomainError(
    'stale_conversation',
    `Message ${newest} of ticket #${id} has come since. Read it, then decide what to answer.`,
  );
}
