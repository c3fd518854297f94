import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { openPort } from './open-port.ts';
import { until } from './until.ts';

/** PgBouncer does not run as root. */
const NOBODY = 65_534;
/** Where Debian puts it, which is not on everybody's path. */
const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter);
const SERVERS = 4;

/** The version of the PgBouncer of this machine, like `1.18.0`; null when it has none. */
export const PGBOUNCER_VERSION = versionHere();

/** What is said of a test that this machine cannot run. */
export const PGBOUNCER_MISSING = 'skipped: PgBouncer is not on this machine: apt-get install pgbouncer';

/** A PgBouncer that pools transactions, with few connections to the database for all who come. */
export interface PgBouncer {
  /** The address of the database behind it. */
  readonly url: string;
  /** Leads whoever comes from now on to the server at this address. */
  readonly pointTo: (databaseUrl: string) => void;
  readonly stop: () => Promise<void>;
}

/** Starts PgBouncer in front of the server at `databaseUrl`. */
export async function startPgBouncer(databaseUrl: string): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'support-tickets-pgbouncer-'));
  const port = await openPort();
  const { username, password } = new URL(databaseUrl);
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    if (isRoot()) chownSync(file, NOBODY, NOBODY);
    return file;
  };
  if (isRoot()) chownSync(folder, NOBODY, NOBODY);
  const users = write('users', [`"${username}" "${decodeURIComponent(password)}"`]);
  const configure = (to: string) =>
    write('pgbouncer.ini', [
      '[databases]',
      `* = host=${new URL(to).hostname} port=${new URL(to).port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${String(port)}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      `default_pool_size = ${String(SERVERS)}`,
      'max_client_conn = 500',
      'server_login_retry = 1',
    ]);
  const child = spawn('pgbouncer', ['--quiet', configure(databaseUrl)], {
    env: { PATH },
    stdio: 'ignore',
    ...(isRoot() && { uid: NOBODY, gid: NOBODY }),
  });
  await until(async () => child.exitCode !== null || (await answers(port)));
  if (child.exitCode !== null) throw new Error(`PgBouncer did not start (${String(child.exitCode)})`);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${String(port)}`;
  return {
    url: url.href,
    pointTo: (to) => {
      configure(to);
      child.kill('SIGHUP');
    },
    stop: async () => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}

function versionHere(): string | null {
  const { error, stdout } = spawnSync('pgbouncer', ['--version'], { encoding: 'utf8', env: { PATH } });
  return error ? null : (/PgBouncer (\S+)/.exec(stdout)?.[1] ?? null);
}
