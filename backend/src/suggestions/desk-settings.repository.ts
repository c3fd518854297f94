import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Fallback, SetChoices } from './domain/desk-settings.ts';

/** The row of the desk's settings. */
export interface StoredSettings {
  readonly set: SetChoices;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: number | null;
}

interface Row {
  readonly fallback: Fallback | null;
  readonly hidden_share: number | null;
  readonly version: number;
  readonly updated_at: Date;
  readonly updated_by: string | null;
}

const COLUMNS = 'fallback, hidden_share, version, updated_at, updated_by';

@Injectable()
export class DeskSettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<StoredSettings> {
    return stored(await this.dataSource.query(`SELECT ${COLUMNS} FROM desk_settings`));
  }

  /** The settings as they are now; until the transaction ends nobody else changes them. */
  async hold(transaction: Transaction): Promise<StoredSettings> {
    return stored(await transaction.query(`SELECT ${COLUMNS} FROM desk_settings FOR NO KEY UPDATE`));
  }

  async write(transaction: Transaction, set: SetChoices, by: number | null): Promise<StoredSettings> {
    const [rows] = await transaction.query<[Row[], number]>(
      `UPDATE desk_settings SET fallback = $1, hidden_share = $2, version = version + 1, updated_at = now(), updated_by = $3
       RETURNING ${COLUMNS}`,
      [set.fallback, set.hiddenShare, by],
    );
    return stored(rows);
  }
}

function stored(rows: readonly Row[]): StoredSettings {
  const [row] = rows;
  if (!row) throw new Error('The settings of the desk are gone');
  const { fallback, hidden_share: hiddenShare, version, updated_at: updatedAt, updated_by: by } = row;
  return { set: { fallback, hiddenShare }, version, updatedAt, updatedBy: by === null ? null : Number(by) };
}
