import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { type Cluster, firstProblem, serverEnvironment } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { pidFilePath, readPidFile } from './pid-file.ts';
import { commandLine, isAlive } from './process-identity.ts';
import { type ServerPlace, removeSockets, takesSocket } from './server-place.ts';

const LOOK_AGAIN_MS = 50;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const START_ATTEMPTS = 10;

/** A running PostgreSQL server process. */
export interface Postmaster {
  readonly process: ChildProcess;
  readonly place: ServerPlace;
}

/** Settings for a database that nobody will miss: about twice as fast, nothing survives a crash of the machine. */
const EPHEMERAL_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/**
 * Starts the server on a free loopback port, with a Unix socket among its data where the system takes one there, and waits
 * until it takes connections. For tests it has the port alone. Clear up first what an earlier, killed run may have left on
 * the same folder (`stopLeftover`).
 *
 * @throws EmbeddedPostgresError with PostgreSQL's own reason.
 */
export async function startPostmaster(cluster: Cluster, options: { ephemeral: boolean }): Promise<Postmaster> {
  let socketFolder = !options.ephemeral && takesSocket(cluster.folder) ? cluster.folder : null;
  for (let attempt = 1; ; attempt += 1) {
    const place = { port: await freePort(), socketFolder };
    const child = launch(cluster, place, options.ephemeral);
    if (await isReady(cluster.folder, child)) return { process: child, place };
    const log = readFileSync(cluster.logFile, 'utf8');
    // Not every file system has sockets: shared folders of virtual machines, for one.
    const isWithoutSocket = socketFolder !== null && log.includes('could not create any Unix-domain sockets');
    if (isWithoutSocket) socketFolder = null;
    // Someone took the port meanwhile, or the children of a killed server need a moment to notice and leave.
    const passing = isWithoutSocket || /Address already in use|pre-existing shared memory block/.test(log);
    if (!passing || attempt === START_ATTEMPTS) {
      const reason = firstProblem(log) ?? log.trim().split('\n').at(-1) ?? 'no reason given';
      throw new EmbeddedPostgresError(`The local database did not start: ${reason} (log: ${cluster.logFile}).`);
    }
    await delay(LOOK_AGAIN_MS * attempt);
  }
}

/** Ends the server: politely at first (open transactions roll back), at once when `hurry` is set or it does not listen. */
export async function stopPostmaster(child: ChildProcess, hurry: boolean): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(hurry ? 'SIGQUIT' : 'SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(patience);
}

/** Stops the server that a killed run left on this cluster, if there is one, and removes its stale postmaster.pid. */
export async function stopLeftover(clusterFolder: string): Promise<void> {
  const { pid } = readPidFile(clusterFolder);
  if (Number.isNaN(pid)) return;
  // The number may belong to quite another program by now; only a server of this very folder is ours to stop.
  const isOurs = () => isAlive(pid) && commandLine(pid).includes(clusterFolder);
  if (isOurs()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isOurs() && waited < STOP_LIMIT_MS; waited += LOOK_AGAIN_MS) await delay(LOOK_AGAIN_MS);
    if (isOurs()) process.kill(pid, 'SIGQUIT');
    while (isOurs()) await delay(LOOK_AGAIN_MS);
  }
  // Whether some other server still holds the folder is for PostgreSQL itself to find out, from this file.
  const mayHold = isAlive(pid) && commandLine(pid).includes('postgres');
  if (mayHold) return;
  rmSync(pidFilePath(clusterFolder), { force: true });
  removeSockets(clusterFolder);
}

function launch(cluster: Cluster, { port, socketFolder }: ServerPlace, ephemeral: boolean): ChildProcess {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // A list in which a comma would part two.
    `unix_socket_directories=${socketFolder === null ? '' : `"${socketFolder}"`}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(ephemeral ? EPHEMERAL_SETTINGS : []),
  ];
  const plan = cluster.account.plan(cluster.binaries.postgres, [
    '-D',
    cluster.folder,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(cluster.logFile, 'w', 0o600);
  // In a session of its own, so that Ctrl-C in the terminal leaves it to its owner to stop it last.
  const child = spawn(plan.command, plan.args, {
    ...plan.options,
    cwd: cluster.folder,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  return child;
}

async function isReady(clusterFolder: string, child: ChildProcess): Promise<boolean> {
  const failure = new AbortController();
  child.once('error', () => {
    failure.abort();
  });
  for (let waited = 0; waited < START_LIMIT_MS; waited += LOOK_AGAIN_MS) {
    if (failure.signal.aborted || child.exitCode !== null || child.signalCode !== null) return false;
    const { pid, state } = readPidFile(clusterFolder);
    if (pid === child.pid && state === 'ready') return true;
    await delay(LOOK_AGAIN_MS);
  }
  await stopPostmaster(child, true);
  return false;
}
