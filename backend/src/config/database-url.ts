import { readFileSync } from 'node:fs';
import { type Environment, InvalidEnvironmentError } from './environment.ts';

/** Where the database is. */
export interface DatabaseAddresses {
  /** For all that is done within a transaction. */
  readonly url: string;
  /** For what holds a connection: the lock of migrations, listening, and the job queue. */
  readonly directUrl: string;
  /** A standby to read from, if there is one. */
  readonly readUrl: string | null;
}

/**
 * The addresses of the database, with the password that is in a file when there is one.
 *
 * @throws InvalidEnvironmentError when the file cannot be read.
 */
export function databaseAddresses(environment: Environment): DatabaseAddresses {
  const {
    DATABASE_URL,
    DATABASE_DIRECT_URL = DATABASE_URL,
    DATABASE_READ_URL,
    DATABASE_PASSWORD_FILE: file,
  } = environment;
  const password = file === undefined ? null : readPassword(file);
  return {
    url: withPassword(DATABASE_URL, password),
    directUrl: withPassword(DATABASE_DIRECT_URL, password),
    readUrl: DATABASE_READ_URL === undefined ? null : withPassword(DATABASE_READ_URL, password),
  };
}

function withPassword(address: string, password: string | null): string {
  if (password === null) return address;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  return url.href;
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InvalidEnvironmentError(`DATABASE_PASSWORD_FILE cannot be read: ${file} (${code ?? 'unknown reason'}).`);
  }
}
