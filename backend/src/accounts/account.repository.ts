import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { NewUser, UserPage, UserPageRequest } from '../users/managed-user.ts';
import type { NewPassword } from '../users/user-credentials.ts';
import { USER_COLUMNS, type UserRow, toUser } from '../users/user-row.ts';
import type { User } from '../users/user.ts';
import { readUsernameCursor, usernameCursor } from '../users/username-cursor.ts';

const MATCHES = `
  ($1::text IS NULL OR strpos(search_fold(u.username), search_fold($1)) > 0
    OR strpos(search_fold(u.display_name), search_fold($1)) > 0)
  AND ($2::text IS NULL OR u.role = $2) AND ($3::boolean IS NULL OR u.active = $3)`;

@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findPage({ search, role, active, limit, cursor }: UserPageRequest): Promise<UserPage> {
    const filter = [search?.trim() || null, role ?? null, active ?? null];
    const after = cursor === undefined ? null : readUsernameCursor(cursor);
    const rows: UserRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS} FROM users u WHERE ${MATCHES} AND ($4::text IS NULL OR lower(u.username) > $4)
       ORDER BY lower(u.username) LIMIT $5`,
      [...filter, after, limit + 1],
    );
    const [counted]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM users u WHERE ${MATCHES}`,
      filter,
    );
    const users = rows.slice(0, limit).map(toUser);
    const last = users.at(-1);
    const next = rows.length > limit && last ? usernameCursor(last.username) : null;
    return { users, count: counted?.count ?? 0, next };
  }

  async insert(transaction: Transaction, user: NewUser, password: NewPassword): Promise<User> {
    const rows: UserRow[] = await transaction.query(
      `INSERT INTO users AS u (username, display_name, role, password_hash, must_change_password, password_expires_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${USER_COLUMNS}`,
      [user.username, user.displayName, user.role, password.hash, password.mustChange, password.expiresAt],
    );
    return toUser(only(rows));
  }

  async update(transaction: Transaction, { id, username, displayName, role, active }: User): Promise<User> {
    const [rows]: [UserRow[], number] = await transaction.query(
      `UPDATE users u SET username = $2, display_name = $3, role = $4, active = $5 WHERE u.id = $1
       RETURNING ${USER_COLUMNS}`,
      [id, username, displayName, role, active],
    );
    return toUser(only(rows));
  }

  async setPassword(transaction: Transaction, id: number, password: NewPassword): Promise<void> {
    await transaction.query(
      'UPDATE users SET password_hash = $2, must_change_password = $3, password_expires_at = $4 WHERE id = $1',
      [id, password.hash, password.mustChange, password.expiresAt],
    );
  }
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row where it must return one');
  return row;
}
