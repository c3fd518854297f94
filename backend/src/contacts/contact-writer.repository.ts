import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';
import { familyOf } from './contact-family.sql.ts';
import { type ContactFields, ERASED_NAME, type MailAddress } from './domain/contact.ts';

interface MergeRow {
  readonly id: string;
  readonly version: number;
  readonly merged_into: string | null;
}

/** A contact as it is held for merging. */
export interface MergeState {
  readonly id: number;
  readonly version: number;
  readonly mergedInto: number | null;
}

/** Writes contacts and their addresses: the one place that does. */
@Injectable()
export class ContactWriter {
  /**
   * Makes a contact of an address that nobody has, and gives its id; null when somebody has it, also somebody whom another
   * transaction was making at the same moment.
   */
  async makeOf(transaction: Transaction, { address, key }: MailAddress, name: string): Promise<number | null> {
    // The address comes first, so that who loses the race has made nobody.
    const rows: { id: string }[] = await transaction.query(
      `WITH taken AS (
         INSERT INTO contact_addresses (contact_id, address, address_key)
         VALUES (nextval('contacts_id_seq'), $2, $3) ON CONFLICT (address_key) DO NOTHING RETURNING contact_id
       )
       INSERT INTO contacts (id, name) SELECT contact_id, $1 FROM taken RETURNING id`,
      [name, address, key],
    );
    return rows[0] ? Number(rows[0].id) : null;
  }

  /** Gives the id of the new contact. Whose address somebody else has breaks a constraint. */
  async insert(
    transaction: Transaction,
    { name, organisation, note, language, timeZone, addresses }: ContactFields,
  ): Promise<number> {
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO contacts (name, organisation_id, note, language, time_zone) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [name, organisation, note, language, timeZone],
    );
    const id = Number(rows[0]?.id);
    await this.addAddresses(transaction, id, addresses);
    return id;
  }

  /** Writes the given fields of a contact that the transaction holds. */
  async update(transaction: Transaction, id: number, fields: Partial<ContactFields>): Promise<void> {
    const { name, organisation, note, language, timeZone, addresses } = fields;
    const columns = { name, organisation_id: organisation, note, language, time_zone: timeZone };
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    const assignments = given.map(([column], index) => `${column} = $${String(index + 2)}, `).join('');
    await transaction.query(
      `UPDATE contacts SET ${assignments} version = version + 1, updated_at = now() WHERE id = $1`,
      [id, ...given.map(([, value]) => value)],
    );
    if (addresses) await this.setAddresses(transaction, id, addresses);
  }

  /**
   * Forgets all that is known of some contacts, and gives their names and addresses, which nobody has any more; these also as they were
   * written.
   */
  async forget(transaction: Transaction, ids: readonly number[]): Promise<ForgottenPerson> {
    const rows: { names: string[]; addresses: string[] }[] = await transaction.query(
      `SELECT ARRAY (SELECT DISTINCT name FROM contacts WHERE id = ANY ($1::bigint[]) AND name <> $2) AS names, ARRAY (
         SELECT lower(address) FROM contact_addresses WHERE contact_id = ANY ($1::bigint[])
         UNION SELECT unnest(ARRAY[address_key, address]) FROM contact_addresses WHERE contact_id = ANY ($1::bigint[])) AS addresses`,
      [ids, ERASED_NAME],
    );
    await transaction.query('DELETE FROM contact_addresses WHERE contact_id = ANY ($1::bigint[])', [ids]);
    await transaction.query(
      `UPDATE contacts SET name = $2, organisation_id = NULL, note = '', language = NULL, time_zone = NULL,
         version = version + 1, updated_at = now()
       WHERE id = ANY ($1::bigint[])`,
      [ids, ERASED_NAME],
    );
    return { contacts: ids, names: rows[0]?.names ?? [], addresses: rows[0]?.addresses ?? [] };
  }

  /** These contacts as they are, held so that no other transaction changes or merges them before this one ends. */
  async hold(transaction: Transaction, ids: readonly number[]): Promise<MergeState[]> {
    // In the order of their ids, so that two who hold several wait for each other and never in a circle.
    const rows: MergeRow[] = await transaction.query(
      'SELECT id, version, merged_into FROM contacts WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE',
      [ids],
    );
    return rows.map(({ id, version, merged_into: into }) => ({
      ...{ id: Number(id), version, mergedInto: into === null ? null : Number(into) },
    }));
  }

  /** Says of a contact into whom it is merged, which is a change of that one too; null for nobody any more. */
  async setMerged(transaction: Transaction, id: number, into: number | null, changed: number): Promise<void> {
    await transaction.query(
      `UPDATE contacts SET merged_into = CASE WHEN id = $1 THEN $2 ELSE merged_into END, version = version + 1, updated_at = now()
       WHERE id IN ($1, $3)`,
      [id, into, changed],
    );
  }

  /** The addresses of a whole family become these: new ones are its root's, the others stay whose they are. */
  private async setAddresses(transaction: Transaction, id: number, addresses: readonly MailAddress[]): Promise<void> {
    const keys = addresses.map(({ key }) => key);
    await transaction.query(
      `WITH RECURSIVE ${familyOf('$1')}
       DELETE FROM contact_addresses WHERE contact_id IN (SELECT id FROM family) AND address_key <> ALL ($2::text[])`,
      [[id], keys],
    );
    await transaction.query(
      `WITH RECURSIVE ${familyOf('$1')}
       UPDATE contact_addresses AS a SET position = given.place - 1, address = given.address
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (key, address, place)
       WHERE a.address_key = given.key AND a.contact_id IN (SELECT id FROM family)`,
      [[id], keys, addresses.map(({ address }) => address)],
    );
    await this.addAddresses(transaction, id, addresses);
  }

  private async addAddresses(transaction: Transaction, id: number, addresses: readonly MailAddress[]): Promise<void> {
    if (addresses.length === 0) return;
    await transaction.query(
      `WITH RECURSIVE ${familyOf('$1')}
       INSERT INTO contact_addresses (contact_id, address, address_key, position)
       SELECT $4::bigint, given.address, given.key, given.place - 1
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (key, address, place)
       WHERE NOT EXISTS (
         SELECT FROM contact_addresses AS a WHERE a.address_key = given.key AND a.contact_id IN (SELECT id FROM family))`,
      [[id], addresses.map(({ key }) => key), addresses.map(({ address }) => address), id],
    );
  }
}
