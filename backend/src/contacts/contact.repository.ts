import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import {
  ADDRESSES_OF_FAMILY,
  DOMAIN,
  ORGANISATION,
  climbFrom,
  familyFrom,
  familyOf,
  rootsOf,
} from './contact-family.sql.ts';
import type { Contact, ContactCard, KnownPerson } from './domain/contact.ts';

interface CardRow {
  readonly asked: string;
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
}

interface ContactRow extends Omit<CardRow, 'asked' | 'address'> {
  readonly addresses: readonly string[];
  readonly by_hand: boolean;
  readonly note: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly merged: readonly { readonly id: number; readonly name: string }[];
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Which page of contacts, newest first: those whose name, or one of whose addresses, has all the words. */
export interface ContactPageQuery {
  readonly words: readonly string[];
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** Reads contacts. Who is merged into another is read as that one. */
@Injectable()
export class ContactRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What stands beside a ticket, by the ids that were asked for; those that nobody has are left out. */
  async cards(
    ids: readonly number[],
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<ReadonlyMap<number, ContactCard>> {
    const rows: CardRow[] = await from.query(
      `WITH RECURSIVE ${familyOf('$1')}
       SELECT up.asked, c.id, c.name, (${ADDRESSES_OF_FAMILY} LIMIT 1) AS address, o.id AS organisation_id,
         o.name AS organisation_name
       FROM up JOIN contacts AS c ON c.id = up.root LEFT JOIN organisations AS o ON o.id = ${ORGANISATION}`,
      [ids],
    );
    return new Map(rows.map((row) => [Number(row.asked), toCard(row)]));
  }

  async find(id: number, transaction?: Transaction): Promise<Contact | null> {
    const [contact] = await this.findMany([id], transaction);
    return contact ?? null;
  }

  /** In no order; those that nobody has are left out. */
  async findMany(
    ids: readonly number[],
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<readonly Contact[]> {
    const rows: ContactRow[] = await from.query(
      `WITH RECURSIVE ${familyOf('$1')}
       SELECT c.id, c.name, c.note, c.language, c.time_zone, c.version, c.created_at, c.updated_at,
         c.organisation_id IS NOT NULL AS by_hand, o.id AS organisation_id, o.name AS organisation_name,
         ARRAY (${ADDRESSES_OF_FAMILY}) AS addresses,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]')
          FROM family AS f JOIN contacts AS m ON m.id = f.id WHERE f.root = c.id AND f.id <> c.id) AS merged
       FROM (SELECT DISTINCT root FROM up) AS up JOIN contacts AS c ON c.id = up.root
         LEFT JOIN organisations AS o ON o.id = ${ORGANISATION}`,
      [ids],
    );
    return rows.map(toContact);
  }

  /** One page, in its order. */
  async page({ words, after, limit }: ContactPageQuery): Promise<readonly Contact[]> {
    const parameters: unknown[] = [limit];
    const add = (value: unknown): string => `$${String(parameters.push(value))}`;
    const found = words.length === 0 ? '' : `AND id IN (${withWords(words.map(add))})`;
    const beyond = after === null ? '' : `AND (created_at, id) < (${add(after.createdAt)}, ${add(after.id)})`;
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM contacts WHERE merged_into IS NULL ${found} ${beyond}
       ORDER BY created_at DESC, id DESC LIMIT $1`,
      parameters,
    );
    const ids = rows.map(({ id }) => Number(id));
    const contacts = new Map((await this.findMany(ids)).map((contact) => [contact.id, contact]));
    return ids.flatMap((id) => contacts.get(id) ?? []);
  }

  /** The ids of all who are the same person as this one; none where there is no such contact. */
  async family(id: number): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `WITH RECURSIVE ${familyOf('$1')} SELECT id FROM family`,
      [[id]],
    );
    return rows.map((row) => Number(row.id));
  }

  /** The ids of all who belong to an organisation, by hand or by one of their addresses. */
  async membersOf(organisation: number): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `WITH RECURSIVE named AS MATERIALIZED (
         SELECT id FROM contacts WHERE organisation_id = $1
         UNION SELECT a.contact_id FROM contact_addresses AS a JOIN organisation_domains AS d ON d.domain = ${DOMAIN}
         WHERE d.organisation_id = $1
       ), ${climbFrom('id IN (SELECT id FROM named)')}, up AS (
         SELECT DISTINCT c.id FROM climb AS c JOIN contacts AS root ON root.id = c.id
         WHERE c.merged_into IS NULL AND coalesce(root.organisation_id, $1) = $1
       ), family (id) AS (
         SELECT id FROM up UNION SELECT c.id FROM family JOIN contacts AS c ON c.merged_into = family.id
       ) SELECT id FROM family`,
      [organisation],
    );
    return rows.map((row) => Number(row.id));
  }

  /** Who has an address. */
  async ownerOf(key: string, transaction: Transaction): Promise<number | null> {
    const rows: { contact_id: string }[] = await transaction.query(
      'SELECT contact_id FROM contact_addresses WHERE address_key = $1',
      [key],
    );
    return rows[0] ? Number(rows[0].contact_id) : null;
  }

  /** The person who has an address. */
  async personAt(key: string): Promise<KnownPerson | null> {
    const rows: { root: string; name: string; ids: string[]; addresses: string[] }[] = await this.dataSource.query(
      `WITH RECURSIVE ${familyFrom('id = (SELECT contact_id FROM contact_addresses WHERE address_key = $1)')}
       SELECT c.id AS root, c.name, ARRAY (SELECT id FROM family) AS ids, ARRAY (
         SELECT unnest(ARRAY[a.address_key, lower(a.address)]) FROM family JOIN contact_addresses AS a ON a.contact_id = family.id
       ) AS addresses
       FROM up JOIN contacts AS c ON c.id = up.root`,
      [key],
    );
    const [row] = rows;
    if (!row) return null;
    return { id: Number(row.root), name: row.name, ids: row.ids.map(Number), addresses: row.addresses };
  }

  /** Who stands for a contact; null where there is no such one. */
  async rootOf(id: number, transaction: Transaction): Promise<number | null> {
    const rows: { root: string }[] = await transaction.query(`WITH RECURSIVE ${rootsOf('$1')} SELECT root FROM up`, [
      [id],
    ]);
    return rows[0] ? Number(rows[0].root) : null;
  }
}

/** Those whose name has all the words, or one of whose addresses has, and all who stand for them. */
function withWords(words: readonly string[]): string {
  const asked = words.map((word) => `search_query(${word}, false)`).join(' && ');
  return `WITH RECURSIVE found AS (
      SELECT id, merged_into FROM contacts WHERE search_document(name, '') @@ (${asked})
      UNION SELECT c.id, c.merged_into FROM contact_addresses AS a JOIN contacts AS c ON c.id = a.contact_id
        WHERE search_document(a.address, '') @@ (${asked})
      UNION SELECT c.id, c.merged_into FROM found JOIN contacts AS c ON c.id = found.merged_into
    ) SELECT id FROM found`;
}

function toCard(row: CardRow): ContactCard {
  return { id: Number(row.id), name: row.name, address: row.address, organisation: organisationOf(row) };
}

function toContact(row: ContactRow): Contact {
  return {
    id: Number(row.id),
    name: row.name,
    addresses: row.addresses,
    organisation: organisationOf(row),
    organisationByHand: row.by_hand,
    note: row.note,
    language: row.language,
    timeZone: row.time_zone,
    merged: row.merged,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function organisationOf({
  organisation_id: id,
  organisation_name: name,
}: Pick<CardRow, 'organisation_id' | 'organisation_name'>): ContactCard['organisation'] {
  return id === null ? null : { id: Number(id), name: name ?? '' };
}
