import { readFileSync } from 'node:fs';
import { type Environment, InvalidEnvironmentError } from './environment.ts';

/**
 * The address of the database, with the password that is in a file when there is one.
 *
 * @throws InvalidEnvironmentError when the file cannot be read.
 */
export function databaseUrl({ DATABASE_URL, DATABASE_PASSWORD_FILE }: Environment): string {
  if (DATABASE_PASSWORD_FILE === undefined) return DATABASE_URL;
  const url = new URL(DATABASE_URL);
  url.password = encodeURIComponent(readPassword(DATABASE_PASSWORD_FILE));
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
