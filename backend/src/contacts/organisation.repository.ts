import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Organisation, OrganisationFields } from './domain/organisation.ts';
import { type OrganisationPageQuery, organisationPage } from './organisation-search.sql.ts';

interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly domains: readonly string[];
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const READ = `SELECT o.*, ARRAY (
    SELECT d.domain FROM organisation_domains AS d WHERE d.organisation_id = o.id ORDER BY d.domain
  ) AS domains FROM organisations AS o`;

/** Reads and writes organisations and their domains. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: number, from: Pick<Transaction, 'query'> = this.dataSource): Promise<Organisation | null> {
    const rows: OrganisationRow[] = await from.query(`${READ} WHERE o.id = $1`, [id]);
    return rows[0] ? toOrganisation(rows[0]) : null;
  }

  /** Newest first. */
  async page(query: OrganisationPageQuery): Promise<Organisation[]> {
    const { sql, parameters } = organisationPage(query);
    const rows: OrganisationRow[] = await this.dataSource.query(
      `${READ} WHERE o.id IN (${sql}) ORDER BY o.created_at DESC, o.id DESC`,
      [...parameters],
    );
    return rows.map(toOrganisation);
  }

  /** The version of an organisation, which nobody else changes before the transaction ends; null where there is none. */
  async hold(transaction: Transaction, id: number): Promise<number | null> {
    const rows: { version: number }[] = await transaction.query(
      'SELECT version FROM organisations WHERE id = $1 FOR UPDATE',
      [id],
    );
    return rows[0]?.version ?? null;
  }

  /** Gives the id of the new one. Whose domain another has breaks a constraint. */
  async insert(transaction: Transaction, { name, note, domains }: OrganisationFields): Promise<number> {
    const rows: { id: string }[] = await transaction.query(
      'INSERT INTO organisations (name, note) VALUES ($1, $2) RETURNING id',
      [name, note],
    );
    const id = Number(rows[0]?.id);
    await this.setDomains(transaction, id, domains);
    return id;
  }

  /** Writes the given fields. */
  async update(
    transaction: Transaction,
    id: number,
    { name, note, domains }: Partial<OrganisationFields>,
  ): Promise<void> {
    await transaction.query(
      `UPDATE organisations SET name = coalesce($2, name), note = coalesce($3, note), version = version + 1,
         updated_at = now() WHERE id = $1`,
      [id, name ?? null, note ?? null],
    );
    if (domains) await this.setDomains(transaction, id, domains);
  }

  async delete(transaction: Transaction, id: number): Promise<void> {
    await transaction.query('DELETE FROM organisations WHERE id = $1', [id]);
  }

  private async setDomains(transaction: Transaction, id: number, domains: readonly string[]): Promise<void> {
    await transaction.query(
      'DELETE FROM organisation_domains WHERE organisation_id = $1 AND domain <> ALL ($2::text[])',
      [id, domains],
    );
    await transaction.query(
      `INSERT INTO organisation_domains (domain, organisation_id)
       SELECT given, $1 FROM unnest($2::text[]) AS given
       WHERE NOT EXISTS (SELECT FROM organisation_domains AS d WHERE d.domain = given AND d.organisation_id = $1)`,
      [id, domains],
    );
  }
}

function toOrganisation({ id, created_at: createdAt, updated_at: updatedAt, ...row }: OrganisationRow): Organisation {
  const { name, note, domains, version } = row;
  return { id: Number(id), name, note, domains, version, createdAt, updatedAt };
}
