import { Injectable } from '@nestjs/common';
import { Attachments } from '../attachments/attachments.service.ts';
import type { TicketEvent } from '../tickets/domain/ticket-event.ts';
import { encodeVersionCursor } from '../tickets/domain/version-cursor.ts';
import { TicketRedaction } from '../tickets/redaction/ticket-redaction.service.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { MessageNotFound } from './domain/message-not-found.ts';
import {
  type Said,
  type Timeline,
  type TimelineEntry,
  type TakenIn,
  type WrittenEntry,
  entryOf,
} from './domain/timeline-entry.ts';
import { MessageRepository } from './message.repository.ts';

/** Which part of a timeline to read. */
export interface TimelineQuery {
  readonly limit: number;
  readonly order: 'oldest' | 'newest';
  readonly cursor?: string;
}

/** Tells what was said and done about a ticket, in one order. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly tickets: TicketsService,
    private readonly messages: MessageRepository,
    private readonly attachments: Attachments,
    private readonly redactions: TicketRedaction,
  ) {}

  /**
   * One page of the timeline of a ticket. Versions that tell only what became of a message, or that its words were removed, are left
   * out: that stands with the message. So a page may be shorter than asked for.
   *
   * @throws TicketNotFound
   * @throws ValidationFailed for a cursor that is none.
   */
  async page(id: number, query: TimelineQuery): Promise<Timeline> {
    // Before the page: nobody is told that they have seen what came while it was read.
    const [ticket, conversation] = await Promise.all([this.tickets.get(id), this.messages.newestPublic(id)]);
    const { events, next } = await this.tickets.history(id, query);
    const said = await this.saidIn(id, events);
    const entries = events
      .filter(({ kind, version }) => kind !== 'redacted' && (kind !== 'message' || said(version).message))
      .map((event) => entryOf(event, ticket.description, said(event.version)));
    return { entries, next, conversation };
  }

  /**
   * One message.
   *
   * @throws TicketNotFound
   * @throws MessageNotFound when the number is no message's.
   */
  async message(id: number, number: number): Promise<TimelineEntry> {
    await this.tickets.get(id);
    return this.entry(id, number);
  }

  /**
   * What a message is in the timeline; one that was written just now also when its ticket is deleted in this moment.
   *
   * @throws TicketNotFound when the ticket has been deleted since an earlier request wrote the message.
   */
  async ofWritten(written: TakenIn): Promise<WrittenEntry> {
    const { ticketId, number, replayed } = written;
    return { written, entry: await (replayed ? this.message(ticketId, number) : this.entry(ticketId, number)) };
  }

  private async entry(id: number, number: number): Promise<TimelineEntry> {
    const cursor = encodeVersionCursor(number - 1);
    const { events } = await this.tickets.history(id, { limit: 1, cursor });
    const [event] = events;
    if (event?.kind !== 'message' || event.version !== number) throw new MessageNotFound(id, number);
    const said = (await this.saidIn(id, events))(number);
    if (!said.message) throw new MessageNotFound(id, number);
    return entryOf(event, '', said);
  }

  /** What was said by messages and the description among these events, by their numbers. */
  private async saidIn(id: number, events: readonly TicketEvent[]): Promise<(number: number) => Said> {
    const numbers = events.filter(({ kind }) => kind === 'message' || kind === 'created').map(({ version }) => version);
    if (numbers.length === 0) return () => ({ message: null, attachments: [], redaction: null });
    const range = [id, Math.min(...numbers), Math.max(...numbers)] as const;
    const [messages, attachments, redactions] = await Promise.all([
      this.messages.between(...range),
      this.attachments.between(...range),
      this.redactions.between(...range),
    ]);
    return (number) => ({
      message: messages.get(number) ?? null,
      attachments: attachments.get(number) ?? [],
      redaction: redactions.get(number) ?? null,
    });
  }
}
