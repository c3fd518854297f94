import { Injectable } from '@nestjs/common';
import type { Sender } from '../config/sender-account.ts';
import { replyAddress, ticketOfReply } from './domain/reply-address.ts';
import { ReplyKeyRepository } from './reply-key.repository.ts';

/** The addresses to which mails of the desk are answered. Each names its ticket, and nobody but the desk can make one. */
@Injectable()
export class ReplyAddresses {
  constructor(private readonly keys: ReplyKeyRepository) {}

  /** Null where mails are answered to the address they are from. */
  async of(
    { fromAddress, usesPlusAddress }: Pick<Sender, 'fromAddress' | 'usesPlusAddress'>,
    ticketId: number | null,
  ): Promise<string | null> {
    if (ticketId === null || !usesPlusAddress) return null;
    return replyAddress(fromAddress, ticketId, await this.keys.key());
  }

  /** The ticket that the first of these addresses names; null where none does. It may be gone. */
  async ticketOf(addresses: readonly string[]): Promise<number | null> {
    return ticketOfReply(addresses, await this.keys.key());
  }
}
