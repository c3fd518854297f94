import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SetChoices } from './domain/desk-settings.ts';

/** The row of the desk's settings. */
export interface StoredSettings {
  readonly set: SetChoices;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: number | null;
}

interface Row extends SetChoices {
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

const COLUMNS = `fallback, hidden_share AS "hiddenShare", category_threshold AS "categoryThreshold",
  priority_threshold AS "priorityThreshold", masking, mask_patterns AS "maskPatterns", examples,
  daily_budget::float8 AS "dailyBudget", prices, version, updated_at AS "updatedAt", updated_by AS "updatedBy"`;

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
      `UPDATE desk_settings
       SET fallback = $1, hidden_share = $2, category_threshold = $3, priority_threshold = $4, masking = $5,
         mask_patterns = $6, examples = $7, daily_budget = $8, prices = $9,
         version = version + 1, updated_at = now(), updated_by = $10
       RETURNING ${COLUMNS}`,
      [
        ...[set.fallback, set.hiddenShare, set.categoryThreshold, set.priorityThreshold, set.masking],
        ...[json(set.maskPatterns), set.examples, set.dailyBudget, json(set.prices), by],
      ],
    );
    return stored(rows);
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function stored(rows: readonly Row[]): StoredSettings {
  const [row] = rows;
  if (!row) throw new Error('The settings of the desk are gone');
  const { version, updatedAt, updatedBy: by, ...set } = row;
  return { set, version, updatedAt, updatedBy: by === null ? null : Number(by) };
}
