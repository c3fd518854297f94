import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';

/** Keeps the signatures of people. */
@Injectable()
export class SignatureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** '' where somebody has none. */
  async read(userId: number, from: Pick<Transaction, 'query'> = this.dataSource): Promise<string> {
    const rows: { text: string }[] = await from.query('SELECT text FROM signatures WHERE user_id = $1', [userId]);
    return rows[0]?.text ?? '';
  }

  /** '' for none. */
  async write(userId: number, text: string): Promise<void> {
    if (text === '') await this.dataSource.query('DELETE FROM signatures WHERE user_id = $1', [userId]);
    else
      await this.dataSource.query(
        'INSERT INTO signatures (user_id, text) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET text = $2',
        [userId, text],
      );
  }
}
