import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import type { Statement } from '../database/statement.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import {
  ADDRESSES_OF_FAMILY,
  DOMAIN,
  ORGANISATION,
  ORGANISED_DOMAIN,
  climbFrom,
  familyFrom,
  familyOf,
  rootsOf,
} from './contact-family.sql.ts';
import { type ContactPageQuery, indexedContacts, newestContacts, walkedContacts } from './contact-search.sql.ts';
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
  readonly by_domain: Contact['organisationByDomain'];
  readonly note: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly merged: readonly { readonly id: number; readonly name: string }[];
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A page of contacts, in its order. */
export interface FoundContacts {
  readonly contacts: readonly Contact[];
  /** The last who was looked at, when not all were and fewer were found than asked for. */
  readonly edge: KeysetPosition | null;
}

interface PageRow {
  readonly id: string | null;
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
         (SELECT jsonb_build_object('id', by.id, 'name', by.name, 'domain', their.domain)
          FROM (${ORGANISED_DOMAIN}) AS their JOIN organisations AS by ON by.id = their.organisation_id) AS by_domain,
         ARRAY (${ADDRESSES_OF_FAMILY}) AS addresses,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]')
          FROM family AS f JOIN contacts AS m ON m.id = f.id WHERE f.root = c.id AND f.id <> c.id) AS merged
       FROM (SELECT DISTINCT root FROM up) AS up JOIN contacts AS c ON c.id = up.root
         LEFT JOIN organisations AS o ON o.id = ${ORGANISATION}`,
      [ids],
    );
    return rows.map(toContact);
  }

  /**
   * One page. Words are asked of the index; those that very many have are looked for among the newest contacts, and then the page
   * may end before it is full.
   */
  async page(query: ContactPageQuery): Promise<FoundContacts> {
    if (query.words.length === 0) return this.found(await this.rows<PageRow>(newestContacts(query)), null);
    const indexed = await this.rows<PageRow & { too_many: boolean }>(indexedContacts(query));
    if (indexed[0]?.too_many !== true) return this.found(indexed, null);
    const walked = await this.rows<PageRow & { edge_id: string | null; edge_created_at: Date }>(walkedContacts(query));
    const [first] = walked;
    const edge = first?.edge_id ? { createdAt: first.edge_created_at, id: Number(first.edge_id) } : null;
    return this.found(walked, walked.length < query.limit ? edge : null);
  }

  private rows<Row>({ sql, parameters }: Statement): Promise<Row[]> {
    return this.dataSource.query(sql, [...parameters]);
  }

  private async found(rows: readonly PageRow[], edge: KeysetPosition | null): Promise<FoundContacts> {
    const ids = rows.flatMap(({ id }) => (id === null ? [] : Number(id)));
    const contacts = new Map((await this.findMany(ids)).map((contact) => [contact.id, contact]));
    return { contacts: ids.flatMap((id) => contacts.get(id) ?? []), edge };
  }

  /** The ids of all who are the same person as this one; none where there is no such contact. */
  async family(id: number, from: Pick<Transaction, 'query'> = this.dataSource): Promise<number[]> {
    const rows: { id: string }[] = await from.query(`WITH RECURSIVE ${familyOf('$1')} SELECT id FROM family`, [[id]]);
    return rows.map((row) => Number(row.id));
  }

  /** The ids of all who belong to an organisation, by hand or by one of their addresses; null when those are more than `most`. */
  async membersOf(organisation: number, most: number): Promise<number[] | null> {
    const rows: { id: string; too_many: boolean }[] = await this.dataSource.query(
      `WITH RECURSIVE named AS MATERIALIZED (
         (SELECT id FROM contacts WHERE organisation_id = $1 LIMIT $2)
         UNION ALL
         (SELECT a.contact_id FROM organisation_domains AS d JOIN contact_addresses AS a ON ${DOMAIN} = d.domain
          WHERE d.organisation_id = $1 LIMIT $2)
       ), ${climbFrom('id IN (SELECT id FROM named)')}, up AS (
         SELECT DISTINCT c.id FROM climb AS c JOIN contacts AS root ON root.id = c.id
         WHERE c.merged_into IS NULL AND coalesce(root.organisation_id, $1) = $1
       ), family (id) AS (
         SELECT id FROM up UNION SELECT c.id FROM family JOIN contacts AS c ON c.merged_into = family.id
       ) SELECT id, (SELECT count(*) >= $2 FROM named) AS too_many FROM family`,
      [organisation, most + 1],
    );
    return rows[0]?.too_many ? null : rows.map((row) => Number(row.id));
  }

  /** Those of some contacts who belong to an organisation. */
  async membersAmong(organisation: number, ids: readonly number[]): Promise<Set<number>> {
    const rows: { asked: string }[] = await this.dataSource.query(
      `WITH RECURSIVE ${familyOf('$1')}
       SELECT up.asked FROM up JOIN contacts AS root ON root.id = up.root
       WHERE root.organisation_id = $2 OR root.organisation_id IS NULL AND EXISTS (
         SELECT FROM family AS f JOIN contacts AS m ON m.id = f.id
         WHERE f.root = up.root AND (m.organisation_id = $2 OR EXISTS (
           SELECT FROM contact_addresses AS a JOIN organisation_domains AS d ON d.domain = ${DOMAIN}
           WHERE a.contact_id = m.id AND d.organisation_id = $2)))`,
      [ids, organisation],
    );
    return new Set(rows.map(({ asked }) => Number(asked)));
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
  async personAt(key: string, from: Pick<Transaction, 'query'> = this.dataSource): Promise<KnownPerson | null> {
    const rows: { root: string; name: string; ids: string[]; addresses: string[] }[] = await from.query(
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
    organisationByDomain: row.by_domain,
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
