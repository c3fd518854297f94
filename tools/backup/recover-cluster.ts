import { spawnSync } from 'node:child_process';
import { StartError } from '../launcher/start-error.ts';
import type { PostgresBinaries } from '../postgres/binaries.ts';
import { CLUSTER_ROLE, DATABASE, firstProblem, serverEnvironment } from '../postgres/cluster.ts';
import type { ServerAccount } from '../postgres/server-account.ts';

/** The files of a base backup in a folder, and who serves them. */
export interface RawCluster {
  readonly folder: string;
  readonly account: ServerAccount;
  readonly binaries: PostgresBinaries;
}

/**
 * Makes the files of a base backup a whole database, as it was at the end of the backup, and gives its role this password.
 * The server does so by itself, without a port on which anybody could reach it.
 *
 * @throws StartError with PostgreSQL's own reason.
 */
export function recoverCluster({ folder, account, binaries }: RawCluster, password: string): void {
  // What fails here would be quoted in the server's words, with the password.
  const settings = ['log_min_error_statement=panic', 'timezone=UTC', 'log_timezone=UTC'];
  const { command, args, options } = account.plan(binaries.postgres, [
    '--single',
    ...['-D', folder],
    ...settings.flatMap((setting) => ['-c', setting]),
    DATABASE,
  ]);
  const run = spawnSync(command, args, {
    ...options,
    cwd: folder,
    env: serverEnvironment(),
    encoding: 'utf8',
    input: `ALTER ROLE ${CLUSTER_ROLE} PASSWORD '${password}'\n`,
    maxBuffer: Infinity,
  });
  // A statement that fails does not end this server.
  const problem = run.status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(run.stderr) ? null : firstProblem(run.stderr);
  if (problem === null) return;
  const reason = problem ?? run.error?.message ?? `the server ended with ${String(run.signal ?? run.status)}`;
  throw new StartError(`The backup could not be made a database again: ${reason}.`);
}
