import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { MailToSend } from './domain/outgoing-mail.ts';

/** Keeps mails from before they leave, and what became of them. */
@Injectable()
export class OutgoingMailRepository {
  /** Keeps a mail that is to be sent, and gives its id. */
  async keep(transaction: Transaction, messageId: string, mail: MailToSend): Promise<number> {
    const { kind, recipients, fromName, subject, text, html } = mail;
    const place = 'place' in mail ? mail.place : null;
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, from_name, recipients, subject, text, html, attachments)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        ...[messageId, kind, place?.ticketId ?? null, place?.number ?? null, fromName],
        JSON.stringify(recipients.map((recipient) => ({ ...recipient, state: null, detail: null }))),
        ...[subject, text, html, 'attachments' in mail ? mail.attachments : []],
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('A mail that was kept has no id');
    return Number(row.id);
  }
}
