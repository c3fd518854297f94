import { chmodSync, createWriteStream, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../launcher/start-error.ts';
import { locatePostgresBinaries, postgresMajor } from '../postgres/binaries.ts';
import { clusterFolder, keepPassword } from '../postgres/cluster.ts';
import { FolderInUseError, FolderLock } from '../postgres/folder-lock.ts';
import { makeFolder } from '../postgres/make-folder.ts';
import { stopLeftover } from '../postgres/postmaster.ts';
import { putBackReplaced, replaceCluster } from '../postgres/replaced-cluster.ts';
import { ServerAccount } from '../postgres/server-account.ts';
import { type ArchiveEntry, readArchive } from './archive-reader.ts';
import { MANIFEST } from './back-up.ts';
import { acceptManifest, type BackupManifest } from './manifest.ts';
import { recoverCluster } from './recover-cluster.ts';

export interface Restore {
  readonly file: string;
  /** The data folder that gets the desk; made when missing. */
  readonly dataDir: string;
  /** Whether the desk that is there may be thrown away. */
  readonly replace: boolean;
}

/**
 * Puts the desk of a backup into a data folder. What is there stays untouched until the new one is whole, and is then
 * removed. The password of the database stays that of the folder.
 *
 * @throws StartError when the backup cannot be used, a desk is there, or one runs.
 */
export async function restore({ file, dataDir, replace }: Restore): Promise<BackupManifest> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  makeFolder(dataDir);
  const folder = realpathSync(dataDir);
  using cleanup = new DisposableStack();
  cleanup.use(lockFolder(folder));
  const place = clusterFolder(folder);
  putBackReplaced(place);
  if (existsSync(place) && !replace) {
    throw new StartError(
      `There is a desk in ${dataDir}, which a restore would throw away; add --replace to do that, or set DATA_DIR to another folder.`,
    );
  }
  const draft = `${place}.restored`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const manifest = await unpack(file, draft);
    await stopLeftover(place);
    const binaries = locatePostgresBinaries();
    const account = ServerAccount.choose(place, [folder, binaries.postgres]);
    account.maker.takeOver(draft);
    recoverCluster({ folder: draft, account: account.maker, binaries }, keepPassword(folder));
    account.takeOver(draft);
    replaceCluster(place, draft);
    return manifest;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function lockFolder(folder: string): Disposable {
  try {
    const lock = FolderLock.acquire(folder);
    return { [Symbol.dispose]: () => lock.release() };
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new StartError(`The desk in ${folder} runs (process ${String(error.pid)}); stop it first.`);
  }
}

async function unpack(file: string, into: string): Promise<BackupManifest> {
  mkdirSync(into, { mode: 0o700 });
  const manifests: BackupManifest[] = [];
  await readArchive(file, async (entry, index) => {
    if (index > 0) return putEntry(entry, into);
    if (entry.header.name !== MANIFEST) throw new StartError(`${file} is no backup of a desk.`);
    manifests.push(acceptManifest(await text(entry), postgresMajor()));
  });
  const [manifest] = manifests;
  if (manifest === undefined) throw new StartError(`${file} is no backup of a desk.`);
  return manifest;
}

async function putEntry(entry: ArchiveEntry, into: string): Promise<void> {
  const { name, type } = entry.header;
  if (name.split('/').some((part) => part === '..' || part === ''))
    throw new StartError('This is no backup of a desk.');
  const path = join(into, name);
  if (type === 'directory') {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
    return;
  }
  await pipeline(entry, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}
