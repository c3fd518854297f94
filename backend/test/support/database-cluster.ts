import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { type Cluster, databaseUrl, openCluster, serverEnvironment } from '../../../tools/postgres/cluster.ts';
import { ensureDatabase } from '../../../tools/postgres/ensure-database.ts';
import { readPidFile } from '../../../tools/postgres/pid-file.ts';
import { openPort } from './open-port.ts';
import { until } from './until.ts';

const PREFIX = 'support-tickets-cluster-';
/** The standby that has what the primary acknowledges; the others may be behind. */
const SYNCHRONOUS = 'synchronous';
/** Of a folder that is copied while its server runs, what belongs to that server alone. */
const NOT_COPIED = /^(postmaster\.(pid|opts)|pg_wal\/.+|pg_replslot\/.+|pg_stat_tmp\/.+|.*pgsql_tmp.*)$/;

/** One PostgreSQL of a cluster. */
export class DatabaseServer {
  readonly url: string;
  readonly cluster: Cluster;
  /** Comes when it has ended, asked for or not. */
  readonly ended: Promise<unknown>;
  private readonly postmaster: ChildProcess;

  private constructor(url: string, cluster: Cluster, postmaster: ChildProcess) {
    this.url = url;
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.ended = once(postmaster, 'exit');
  }

  static async start(cluster: Cluster): Promise<DatabaseServer> {
    const port = await openPort();
    const settings = [
      `port=${String(port)}`,
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'shared_buffers=32MB'],
      // Nothing is lost when processes are killed, only when a machine is.
      ...['fsync=off', 'full_page_writes=on', 'max_connections=150', 'max_wal_senders=4'],
    ];
    const { command, args, options } = cluster.account.plan(cluster.binaries.postgres, [
      ...['-D', cluster.folder],
      ...settings.flatMap((setting) => ['-c', setting]),
    ]);
    const log = openSync(cluster.logFile, 'w', 0o600);
    const env = serverEnvironment();
    const child = spawn(command, args, { ...options, cwd: cluster.folder, env, stdio: ['ignore', log, log] });
    closeSync(log);
    await until(async () => hasEnded(child) || readPidFile(cluster.folder).state === 'ready');
    if (hasEnded(child)) throw new Error(readFileSync(cluster.logFile, 'utf8'));
    return new DatabaseServer(databaseUrl(cluster.password, { port, socketFolder: null }), cluster, child);
  }

  /** Asks one statement over a connection of its own. */
  async ask<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Sets what needs no new start. */
  async set(name: string, value: string): Promise<void> {
    await this.ask(`ALTER SYSTEM SET ${name} = '${value}'`);
    await this.ask('SELECT pg_reload_conf()');
    await until(async () => (await this.ask<Record<string, string>>(`SHOW ${name}`))[0]?.[name] === value);
  }

  /** Whether it has all that another server has acknowledged. */
  async hasAllOf(other: DatabaseServer): Promise<boolean> {
    const [at] = await other.ask<{ lsn: string }>('SELECT pg_current_wal_flush_lsn()::text AS lsn');
    const [row] = await this.ask<{ here: boolean }>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS here', [at?.lsn]);
    return row?.here === true;
  }

  /** Ends all of its processes without a word, as a machine does whose power is cut. */
  async kill(): Promise<void> {
    if (hasEnded(this.postmaster)) return;
    await this.signal('SIGKILL');
    await this.ended;
  }

  /** Has all of its processes stand still, as a machine does that swaps or whose disk hangs. Gives what lets them go on. */
  async freeze(): Promise<() => void> {
    const processes = await this.signal('SIGSTOP');
    return () => processes.forEach((pid) => send(pid, 'SIGCONT'));
  }

  /** Whether it has ended, or is about to, rather than taking connections again after a crash. */
  async endsByItself(): Promise<boolean> {
    const answers = () =>
      this.ask('SELECT 1').then(
        () => true,
        () => false,
      );
    await until(async () => hasEnded(this.postmaster) || (await answers()));
    return hasEnded(this.postmaster);
  }

  /** Makes a standby the primary, which waits for no other. */
  async promote(): Promise<void> {
    await this.ask('SELECT pg_promote()');
    await until(async () => (await this.ask('SELECT pg_is_in_recovery() AS standby'))[0]?.['standby'] === false);
  }

  /** Ends at once; what is there is thrown away afterwards. */
  async stop(): Promise<void> {
    if (hasEnded(this.postmaster)) return;
    this.postmaster.kill('SIGCONT');
    this.postmaster.kill('SIGQUIT');
    await this.ended;
  }

  /** Its processes are in sessions of their own, so they are told one by one: first the one that makes others. */
  private async signal(signal: NodeJS.Signals): Promise<number[]> {
    const rows = await this.ask<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const processes = [this.postmaster.pid, ...rows.map(({ pid }) => pid)].filter((pid) => pid !== undefined);
    processes.forEach((pid) => send(pid, signal));
    return processes;
  }
}

/** A primary, and a standby that has what the primary acknowledges. */
export interface DatabaseCluster {
  readonly primary: DatabaseServer;
  readonly standby: DatabaseServer;
  /** Makes one more standby, of the server that is the primary by now; nobody waits for it. */
  readonly addStandby: (of: DatabaseServer) => Promise<DatabaseServer>;
  readonly stop: () => Promise<void>;
}

/** Makes both of the PostgreSQL that comes with the desk, in a folder that goes with them. */
export async function startDatabaseCluster(): Promise<DatabaseCluster> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const servers: DatabaseServer[] = [];
  const started = async (cluster: Cluster): Promise<DatabaseServer> => {
    const server = await DatabaseServer.start(cluster);
    servers.push(server);
    return server;
  };
  const folderOf = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  const standbyOf = async (of: DatabaseServer, name: string): Promise<DatabaseServer> => {
    const path = folderOf(name);
    const copy = { ...of.cluster, folder: join(path, 'postgres'), logFile: join(path, 'log') };
    await copyWhileRunning(of, copy, name);
    return started(copy);
  };
  const primary = await started(openCluster(folderOf('first'), { ephemeral: true }));
  await ensureDatabase(primary.url);
  const standby = await standbyOf(primary, SYNCHRONOUS);
  await primary.set('synchronous_standby_names', SYNCHRONOUS);
  const isSynchronous = `SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'`;
  await until(async () => (await primary.ask(isSynchronous)).length === 1);
  return {
    ...{ primary, standby },
    addStandby: (of) => standbyOf(of, `another_${String(servers.length)}`),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A base backup as PostgreSQL's manual describes it under "Making a Base Backup Using the Low Level API". */
async function copyWhileRunning(of: DatabaseServer, to: Cluster, name: string): Promise<void> {
  const client = new Client({ connectionString: of.url });
  await client.connect();
  await client.query('SELECT pg_backup_start($1, true)', [name]);
  const isCopied = (path: string) => !NOT_COPIED.test(relative(of.cluster.folder, path));
  cpSync(of.cluster.folder, to.folder, { recursive: true, filter: isCopied });
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  await client.end();
  const { hostname, port, username, password } = new URL(of.url);
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password} application_name=${name}`;
  writeFileSync(join(to.folder, 'backup_label'), rows[0]?.labelfile ?? '');
  writeFileSync(join(to.folder, 'standby.signal'), '');
  // A new primary waits for no standby, because there is none behind it yet.
  writeFileSync(join(to.folder, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
  to.account.takeOver(to.folder);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** One that has ended meanwhile needs no signal. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
