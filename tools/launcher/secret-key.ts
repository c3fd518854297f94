import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../postgres/make-folder.ts';
import { StartError } from './start-error.ts';

/** Beside the database and not in it, so that neither opens the desk's passwords without the other. */
const FILE = 'secret.key';

/**
 * SECRET_KEY for the back end: what the environment says, else the desk's own, which is made at its first start and kept in the
 * data folder for its owner alone.
 *
 * @throws StartError when it can be neither read nor kept.
 */
export function secretKey(dataDir: string, environment: NodeJS.ProcessEnv = process.env): string {
  const said = environment['SECRET_KEY']?.trim();
  if (said) return said;
  const file = join(dataDir, FILE);
  try {
    makeFolder(dataDir);
    return readKey(file) ?? newKey(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`The key ${file} can be neither read nor made (${code}); set SECRET_KEY or DATA_DIR.`);
  }
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function newKey(file: string): string {
  const key = randomBytes(32).toString('base64');
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
