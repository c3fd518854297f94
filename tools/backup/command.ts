import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../launcher/settings.ts';
import { StartError } from '../launcher/start-error.ts';

/** What a person has asked for. */
export interface BackupCommand {
  /** Absolute; a relative name counts from where the person stands. */
  readonly file: string;
  readonly replace: boolean;
  /** The data folder of the built-in PostgreSQL. */
  readonly dataDir: string;
}

/**
 * Reads `FILE [--replace]` and the settings of the desk.
 *
 * @throws StartError with how to say it, or when the desk's database is not the built-in one.
 */
export function backupCommand(
  script: 'backup' | 'restore',
  root: string,
  args = process.argv.slice(2),
  environment = process.env,
): BackupCommand {
  const { values, positionals } = parse(script, args);
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) throw usage(script);
  const { databaseUrl, dataDir } = readSettings(root, environment);
  if (databaseUrl !== null) {
    throw new StartError(
      'DATABASE_URL names a PostgreSQL of your own; use its pg_dump and pg_restore, as docs/operations.md tells.',
    );
  }
  // npm goes to the folder of the project and keeps where it was called.
  return { file: resolve(environment['INIT_CWD'] ?? '.', file), replace: values.replace, dataDir };
}

function parse(script: string, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
  } catch {
    throw usage(script);
  }
}

function usage(script: string): StartError {
  return new StartError(`Usage: npm run ${script} -- FILE [--replace]`);
}

/** A size for people. */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
