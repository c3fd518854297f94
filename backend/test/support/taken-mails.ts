import { setServers } from 'node:dns/promises';
import { MailTaking } from '../../src/mail/mail-taking.service.ts';
import { SenderCheck } from '../../src/mail/reading/sender-check.service.ts';
import type { TestApp } from './test-app.ts';
import { until } from './until.ts';

/** What became of a mail. */
export interface MailRow {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly ticket_id: string | null;
  readonly number: number | null;
}

let taken = 0;

/** No test asks the name servers of the world. */
export function nobodyKnows(app: TestApp): void {
  setServers(['127.0.0.1:9']);
  app.get(SenderCheck).ask = () => Promise.resolve('unknown');
}

/** Takes a mail as from a mailbox, and waits until it has become something. */
export async function become(app: TestApp, raw: Buffer): Promise<MailRow> {
  const uid = ++taken;
  const mailbox = 'support@desk.example at localhost';
  await app.get(MailTaking).take({ mailbox, uidValidity: 1n, uid, arrivedAt: new Date(), size: raw.length, raw });
  let row: MailRow | undefined;
  await until(async () => {
    [row] = await app.sql<MailRow>(
      `SELECT id, state, reason, ticket_id, number FROM mails WHERE uid = $1 AND state <> 'taken'`,
      [uid],
    );
    return row !== undefined;
  });
  if (!row) throw new Error('A mail is gone');
  return row;
}

/** The number of the ticket that a mail became, or is a message of. */
export async function ticketOf(app: TestApp, raw: Buffer): Promise<number> {
  const { ticket_id: ticket, reason } = await become(app, raw);
  if (ticket === null) throw new Error(`The mail became nothing: ${reason ?? ''}`);
  return Number(ticket);
}
