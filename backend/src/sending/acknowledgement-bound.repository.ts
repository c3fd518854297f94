import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';

/** An address gets no further acknowledgement for so many minutes. */
const PAUSE_MINUTES = 10;
/** And so many within a day at most. */
const PER_DAY = 5;
/** And so many go out within an hour to anybody, so that nobody has the desk write to the world. */
const PER_HOUR = 60;
const BOUND_LOCK = 2_200;
/** Addresses as they are counted; many programs put another tag behind a plus sign into each mail. As the index has it. */
const bare = (address: string): string => `regexp_replace(lower(${address}), '\\+[^@]*@', '@')`;

/**
 * Bounds how often an address is told that something has come, so that robots which answer that come to an end, and how often anybody is,
 * as the desk knows nothing of those who write.
 */
@Injectable()
export class AcknowledgementBound {
  /** Whether an address may be told now. Whoever asks next waits until the transaction ends. */
  async allows(transaction: Transaction, address: string): Promise<boolean> {
    await transaction.query('SELECT pg_advisory_xact_lock($1, 0)', [BOUND_LOCK]);
    const [told]: { may: boolean }[] = await transaction.query(
      `SELECT count(*) < $3::int
         AND count(*) FILTER (WHERE created_at > now() - $2::int * interval '1 minute') = 0
         AND (SELECT count(*) FROM outgoing_mails
              WHERE kind = 'acknowledgement' AND created_at > now() - interval '1 hour') < $4::int AS may
       FROM outgoing_mails
       WHERE kind = 'acknowledgement' AND ${bare("recipients -> 0 ->> 'address'")} = ${bare('$1')}
         AND created_at > now() - interval '1 day'`,
      [address, PAUSE_MINUTES, PER_DAY, PER_HOUR],
    );
    return told?.may === true;
  }
}
