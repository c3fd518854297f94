import { Injectable } from '@nestjs/common';
import type { Sender } from '../config/sender-account.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { Senders } from '../mail-accounts/senders.service.ts';

/** Knows how the desk sends mails. */
@Injectable()
export class SenderSettings {
  constructor(private readonly senders: Senders) {}

  /** Null where none is set up; asked within the transaction, should there be one. */
  current(transaction?: Transaction): Promise<Sender | null> {
    return this.senders.current(transaction);
  }
}
