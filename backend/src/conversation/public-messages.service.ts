import { Injectable } from '@nestjs/common';
import { Attachments } from '../attachments/attachments.service.ts';
import type { PublicMessage, PublicPage, Reader } from './domain/public-message.ts';
import { PublicMessageRepository } from './public-message.repository.ts';

/** No message has a larger number. */
const NEWEST = 2 ** 31 - 1;

/** Tells customers what was said about their tickets. */
@Injectable()
export class PublicMessages {
  constructor(
    private readonly messages: PublicMessageRepository,
    private readonly attachments: Attachments,
  ) {}

  /** The newest messages that came before a number, or of all; none of a ticket that is not the reader's. */
  async page(
    ticketId: number,
    reader: Reader,
    { before, limit }: { before: number | null; limit: number },
  ): Promise<PublicPage> {
    const found = await this.messages.before(ticketId, before ?? NEWEST, reader, limit + 1);
    const shown = found.slice(0, limit).reverse();
    const [oldest, newest] = [shown.at(0), shown.at(-1)];
    if (!oldest || !newest) return { messages: [], next: null };
    const files = await this.attachments.between(ticketId, oldest.number, newest.number);
    const messages = shown.map((message) => ({ ...message, attachments: files.get(message.number) ?? [] }));
    return { messages, next: found.length > limit ? oldest.number : null };
  }

  /** One message; null where the reader may not read it. */
  async find(ticketId: number, number: number, reader: Reader): Promise<PublicMessage | null> {
    const { messages } = await this.page(ticketId, reader, { before: number + 1, limit: 1 });
    return messages.find((message) => message.number === number) ?? null;
  }
}
