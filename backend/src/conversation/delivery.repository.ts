import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { DeliveryState, ToldRecipient } from './domain/message.ts';

/** What became of an answer. */
interface Delivered {
  readonly state: DeliveryState;
  readonly detail: string | null;
  readonly recipients: readonly ToldRecipient[];
}

/** Writes down what became of answers that have left. */
@Injectable()
export class DeliveryRepository {
  /** Of an answer, and at those of its recipients that are named. */
  async settle(
    transaction: Transaction,
    { ticketId, number }: { readonly ticketId: number; readonly number: number },
    { state, detail, recipients }: Delivered,
  ): Promise<void> {
    await transaction.query(
      `WITH message AS (
         UPDATE messages SET delivery = $3, delivery_detail = $4 WHERE ticket_id = $1 AND number = $2 RETURNING id
       )
       UPDATE message_recipients AS r SET state = told.state, detail = told.detail
       FROM message, jsonb_to_recordset($5::jsonb) AS told (role text, address text, state text, detail text)
       WHERE r.message_id = message.id AND r.role = told.role AND r.address = told.address`,
      [ticketId, number, state, detail, JSON.stringify(recipients)],
    );
  }
}
