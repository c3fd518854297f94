import { realpathSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Cluster, clusterFolder, databaseUrl, openCluster } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { ensureDatabase } from './ensure-database.ts';
import { FolderInUseError, FolderLock } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import { type Postmaster, startPostmaster, stopLeftover, stopPostmaster } from './postmaster.ts';
import { putBackReplaced } from './replaced-cluster.ts';

/** How and where to run the server. */
export interface EmbeddedPostgresOptions {
  /** Folder for everything the server keeps; made when missing. */
  readonly dataDir: string;
  /** For tests: trades safety for speed, and removes the folder when stopped. */
  readonly ephemeral?: boolean;
}

/**
 * A real PostgreSQL for machines that have none: the server of the `@embedded-postgres` packages, on a Unix socket and a free
 * loopback port, with its data in one folder and a random password in a file beside it. Survives being killed: the next start on
 * the same folder clears up. One process at a time may hold a folder.
 */
export class EmbeddedPostgres {
  /** Connection address of the application's database. */
  readonly url: string;
  /** True when the previous owner of the folder was killed and this start cleared up after it. */
  readonly recovered: boolean;
  /** Settles when the server process ends, asked for or not. */
  readonly exited: Promise<void>;
  readonly #postmaster: Postmaster;
  readonly #lock: FolderLock;
  readonly #removeOnStop: string | null;
  /** When our process ends without stopping the server, the server ends at once too and recovers at the next start. */
  readonly #onProcessExit = (): void => void this.#postmaster.process.kill('SIGQUIT');

  private constructor(cluster: Cluster, postmaster: Postmaster, lock: FolderLock, removeOnStop: string | null) {
    this.url = databaseUrl(cluster.password, postmaster.place);
    this.recovered = lock.tookOver;
    this.exited = new Promise((settle) => postmaster.process.once('exit', () => settle()));
    this.#postmaster = postmaster;
    this.#lock = lock;
    this.#removeOnStop = removeOnStop;
    process.once('exit', this.#onProcessExit);
  }

  /** @throws EmbeddedPostgresError, one sentence for the user, when the folder or the server cannot be used. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataDir = resolve(options.dataDir);
    const ephemeral = options.ephemeral ?? false;
    const lock = lockFolder(dataDir);
    let postmaster: Postmaster | null = null;
    try {
      // A server that was started through a link is recognised by the folder's one real name.
      const realDir = realpathSync(dataDir);
      putBackReplaced(clusterFolder(realDir));
      await stopLeftover(clusterFolder(realDir));
      const cluster = openCluster(realDir, { ephemeral });
      postmaster = await startPostmaster(cluster, { ephemeral });
      const server = new EmbeddedPostgres(cluster, postmaster, lock, ephemeral ? dataDir : null);
      await ensureDatabase(server.url);
      return server;
    } catch (error) {
      if (postmaster) await stopPostmaster(postmaster.process, true);
      lock.release();
      throw asSentence(error, dataDir);
    }
  }

  /** Ends the server and gives the folder free. Safe to call twice. */
  async stop(): Promise<void> {
    await stopPostmaster(this.#postmaster.process, this.#removeOnStop !== null);
    process.removeListener('exit', this.#onProcessExit);
    this.#lock.release();
    if (this.#removeOnStop !== null) rmSync(this.#removeOnStop, { recursive: true, force: true });
  }
}

function lockFolder(dataDir: string): FolderLock {
  try {
    makeFolder(dataDir);
    return FolderLock.acquire(dataDir);
  } catch (error) {
    if (error instanceof FolderInUseError) {
      throw new EmbeddedPostgresError(
        `The data folder ${dataDir} is already in use by process ${error.pid}; stop that one first, or set DATA_DIR to another folder.`,
      );
    }
    throw asSentence(error, dataDir);
  }
}

/** File system errors become a sentence; anything else is one already, or a defect that keeps its stack. */
function asSentence(error: unknown, dataDir: string): unknown {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined || message === undefined) return error;
  const reason = message.replace(/^[A-Z]+: /, '').replace(/, .*$/, '');
  return new EmbeddedPostgresError(
    `The data folder ${dataDir} cannot be used (${reason}); set DATA_DIR to another folder.`,
  );
}
