import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locatePostgresBinaries, type PostgresBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { ServerAccount } from './server-account.ts';
import type { ServerPlace } from './server-place.ts';

/** The one database role of a local cluster, and the application's database. */
export const CLUSTER_ROLE = 'support_tickets';
export const DATABASE = 'support_tickets';

/** The first file that a command is given besides its input and outputs. */
const LENT = '/dev/fd/3';

/** A PostgreSQL cluster on disk, ready to be served: where it lies, who serves it and how to sign in. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly account: ServerAccount;
  readonly binaries: PostgresBinaries;
}

/** Where the cluster lies inside a data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/**
 * The connection address of the application's database, on a server of the cluster at a loopback port, or at the socket of
 * that number in a folder, which costs both sides less.
 */
export function databaseUrl(password: string, { port, socketFolder }: ServerPlace): string {
  const url = `postgres://${CLUSTER_ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return socketFolder === null ? url : `${url}?host=${encodeURIComponent(socketFolder)}`;
}

/**
 * Opens the cluster inside a data folder and makes it first when there is none.
 *
 * @throws EmbeddedPostgresError when the folder cannot be used.
 */
export function openCluster(dataDir: string, options: { ephemeral: boolean }): Cluster {
  const folder = clusterFolder(dataDir);
  const passwordFile = passwordFileIn(dataDir);
  const logFile = join(dataDir, 'postgres.log');
  const binaries = locatePostgresBinaries();
  const account = ServerAccount.choose(folder, [dataDir, binaries.postgres]);

  if (!existsSync(folder)) {
    rmSync(passwordFile, { force: true });
    keepPassword(dataDir);
    // Made beside its place and moved there when whole, so an interrupted first start leaves nothing half-made.
    const draft = `${folder}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    account.maker.takeOver(draft);
    initialise({ folder: draft, passwordFile, account: account.maker, binaries, sync: !options.ephemeral });
    account.takeOver(draft);
    renameSync(draft, folder);
  } else if (ServerAccount.isNobodys(folder) || ServerAccount.isNobodys(passwordFile)) {
    // The password comes last: an interrupted start begins again.
    account.takeOver(folder);
    chownSync(passwordFile, 0, 0);
  }
  return { folder, logFile, password: readPassword(dataDir), account, binaries };
}

function passwordFileIn(dataDir: string): string {
  return join(dataDir, 'postgres-password');
}

/** The password of a data folder, made at random when it has none yet. */
export function keepPassword(dataDir: string): string {
  const passwordFile = passwordFileIn(dataDir);
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readPassword(dataDir);
}

/** @throws EmbeddedPostgresError when it cannot be read. */
export function readPassword(dataDir: string): string {
  const passwordFile = passwordFileIn(dataDir);
  try {
    return readFileSync(passwordFile, 'utf8');
  } catch {
    throw new EmbeddedPostgresError(
      `The password of the local database cannot be read from ${passwordFile}; put it back, or remove the data folder to start afresh.`,
    );
  }
}

interface Initialisation {
  readonly folder: string;
  readonly passwordFile: string;
  readonly account: ServerAccount;
  readonly binaries: PostgresBinaries;
  readonly sync: boolean;
}

function initialise({ folder, passwordFile, account, binaries, sync }: Initialisation): void {
  const lent = account.lends ? account.lend(passwordFile) : null;
  const { command, args, options } = account.plan(binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${CLUSTER_ROLE}`,
    `--pwfile=${lent === null ? passwordFile : LENT}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${utf8CharacterClasses()}`,
    sync ? '--sync-method=fsync' : '--no-sync',
  ]);
  const run = spawnSync(command, args, {
    ...options,
    cwd: folder,
    encoding: 'utf8',
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', ...(lent === null ? [] : [lent])],
  });
  if (lent !== null) closeSync(lent);
  if (run.status === 0) return;
  throw new EmbeddedPostgresError(
    initdbFailure(run.error?.message ?? firstProblem(run.stderr) ?? `initdb ended with ${run.signal ?? run.status}`),
  );
}

function initdbFailure(reason: string): string {
  const [, id] = /^could not look up effective user ID (\d+)/.exec(reason) ?? [];
  return id === undefined
    ? `The local database could not be made: ${reason}.`
    : `PostgreSQL makes a database only for a user with a name, and user ${id} has none on this machine; start as one who is in /etc/passwd, or set DATABASE_URL.`;
}

/** The parser of the text index asks which characters are letters; only Linux has the locale "C.UTF-8". */
function utf8CharacterClasses(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];

/** What the server gets to know of our environment: no settings that would bend it, and no secrets of the desk. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const passedOn = Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name));
  return { ...Object.fromEntries(passedOn), LANG: 'C', TZ: 'UTC' };
}

const DISK_FULL = /No space left on device|wrote only \d+ of \d+ bytes/;
const PROBLEMS = [
  /(?:error|ERROR|FATAL|PANIC|could not load|cannot open)[^:\n]*:\s+([^\n]+?)\.?$/m,
  // Some of initdb's sentences have no such word.
  /^(?:initdb|postgres): (?!warning|hint|detail|removing|data directory)([^\n]+?)\.?$/m,
];

/** What a PostgreSQL program says went wrong first, without its prefix; of a full disk, just that. */
export function firstProblem(output: string): string | undefined {
  const problem = PROBLEMS.map((pattern) => pattern.exec(output)?.[1]).find((reason) => reason !== undefined);
  return problem !== undefined && DISK_FULL.test(problem) ? 'its disk is full' : problem;
}
