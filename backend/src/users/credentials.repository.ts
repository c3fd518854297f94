import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { USER_COLUMNS, type UserRow, toUser } from './user-row.ts';
import type { NewPassword, UserCredentials } from './user-credentials.ts';
import type { User } from './user.ts';

interface CredentialsRow extends UserRow {
  readonly password_hash: string;
  readonly password_expires_at: Date | null;
}

@Injectable()
export class CredentialsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Usernames are ASCII, so lowering them here and in the database is the same. */
  async findByUsername(username: string): Promise<UserCredentials | null> {
    const [row]: CredentialsRow[] = await this.dataSource.query(
      `SELECT ${USER_COLUMNS}, u.password_hash, u.password_expires_at FROM users u WHERE lower(u.username) = $1`,
      [username.toLowerCase()],
    );
    if (!row) return null;
    return { user: toUser(row), passwordHash: row.password_hash, passwordExpiresAt: row.password_expires_at };
  }

  /** Stores another hash of the same password, unless the person was given another one since. */
  async renewHash({ user, passwordHash }: UserCredentials, hash: string): Promise<void> {
    await this.dataSource.query('UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2', [
      user.id,
      passwordHash,
      hash,
    ]);
  }

  /** Notes a sign-in, unless the person was deactivated or given another password since it was checked. */
  async recordSignIn(transaction: Transaction, { user, passwordHash }: UserCredentials): Promise<User | null> {
    const [rows]: [UserRow[], number] = await transaction.query(
      `UPDATE users u SET last_sign_in_at = now() WHERE u.id = $1 AND u.active AND u.password_hash = $2
       RETURNING ${USER_COLUMNS}`,
      [user.id, passwordHash],
    );
    return rows[0] ? toUser(rows[0]) : null;
  }

  /** Stores a new password, unless the person was deactivated or given another one since `previous` was read. */
  async replacePassword(
    transaction: Transaction,
    previous: UserCredentials,
    { hash, mustChange, expiresAt }: NewPassword,
  ): Promise<User | null> {
    const [rows]: [UserRow[], number] = await transaction.query(
      `UPDATE users u SET password_hash = $3, must_change_password = $4, password_expires_at = $5
       WHERE u.id = $1 AND u.active AND u.password_hash = $2
       RETURNING ${USER_COLUMNS}`,
      [previous.user.id, previous.passwordHash, hash, mustChange, expiresAt],
    );
    return rows[0] ? toUser(rows[0]) : null;
  }
}
