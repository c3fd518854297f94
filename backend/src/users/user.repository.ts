import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { heldActiveUser } from './active-user.ts';
import { USER_COLUMNS, type UserRow, toUser } from './user-row.ts';
import type { User } from './user.ts';

@Injectable()
export class UserRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody, those who may not sign in any more too, by the name that people see. */
  async findAll(): Promise<User[]> {
    const rows: UserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS} FROM users u ORDER BY lower(u.display_name), u.id`,
    );
    return rows.map(toUser);
  }

  async findActive(transaction: Transaction): Promise<User[]> {
    const rows: UserRow[] = await transaction.query(
      `SELECT ${USER_COLUMNS} FROM users u WHERE u.active ORDER BY lower(u.display_name), u.id`,
      [],
    );
    return rows.map(toUser);
  }

  async findInactiveIds(): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT id FROM users WHERE NOT active ORDER BY id');
    return rows.map(({ id }) => Number(id));
  }

  async find(id: number): Promise<User | null> {
    const rows: UserRow[] = await this.dataSource.query(`SELECT ${USER_COLUMNS} FROM users u WHERE u.id = $1`, [id]);
    return rows[0] ? toUser(rows[0]) : null;
  }

  /** Whether a person is active; if so they stay that until the transaction ends. Several may hold them at once. */
  async holdActive(transaction: Transaction, id: number): Promise<boolean> {
    const rows: unknown[] = await transaction.query(heldActiveUser('$1'), [id]);
    return rows.length > 0;
  }

  /** Somebody beside the person of a change stays as they are until the transaction ends. Several may hold them at once. */
  async hold(transaction: Transaction, id: number): Promise<void> {
    await transaction.query('SELECT 1 FROM users WHERE id = $1 FOR SHARE', [id]);
  }

  /** The person as they are now, held so that no other transaction changes them before this one ends. */
  async findForUpdate(transaction: Transaction, id: number): Promise<User | null> {
    const rows: UserRow[] = await transaction.query(
      `SELECT ${USER_COLUMNS} FROM users u WHERE u.id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ? toUser(rows[0]) : null;
  }
}
