import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { DEMO_CUSTOMERS } from './demo/demo-customers.ts';
import type { DemoTicket } from './demo/demo-tickets.ts';

/**
 * Writes the customers of the demo and those who write for them, known since their first ticket, and gives the id of each
 * contact by their address.
 *
 * @param tickets oldest first.
 */
export async function seedDemoPeople(
  transaction: Transaction,
  tickets: readonly DemoTicket[],
): Promise<ReadonlyMap<string, number>> {
  await transaction.query(
    `WITH given AS (
       SELECT nextval(pg_get_serial_sequence('organisations', 'id')) AS id, company, domain
       FROM jsonb_to_recordset($1::jsonb) AS c (company text, domain text)
     ), written AS (
       INSERT INTO organisations (id, name) SELECT id, company FROM given
     )
     INSERT INTO organisation_domains (domain, organisation_id) SELECT domain, id FROM given`,
    [JSON.stringify(DEMO_CUSTOMERS)],
  );
  const firsts = new Map(tickets.toReversed().map((ticket) => [ticket.requester.address, ticket]));
  const rows: { id: string; address: string }[] = await transaction.query(
    `WITH given AS (
       SELECT nextval(pg_get_serial_sequence('contacts', 'id')) AS id, p.*
       FROM jsonb_to_recordset($1::jsonb) AS p (
         name text, address text, key text, language text, "timeZone" text, since timestamptz)
     ), written AS (
       INSERT INTO contacts (id, name, language, time_zone, created_at, updated_at)
       SELECT id, name, language, "timeZone", since, since FROM given
     )
     INSERT INTO contact_addresses (contact_id, address, address_key) SELECT id, address, key FROM given
     RETURNING contact_id AS id, address`,
    [JSON.stringify([...firsts.values()].map(rowOf))],
  );
  return new Map(rows.map(({ id, address }) => [address, Number(id)]));
}

function rowOf({ createdAt, requester }: DemoTicket): object {
  const { name, address, customer } = requester;
  const { language = null, timeZone } = customer;
  return { name, address, key: readAddress(address)?.key, language, timeZone, since: createdAt };
}
