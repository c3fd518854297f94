import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../launcher/start-error.ts';
import { clusterFolder } from '../postgres/cluster.ts';
import { postgresMajor } from '../postgres/binaries.ts';
import { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { hasCluster } from '../postgres/replaced-cluster.ts';
import { runningPostgres } from '../postgres/running-postgres.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { baseBackup } from './base-backup.ts';
import { clusterEntries, CONTROL_FILE } from './cluster-files.ts';
import { manifestText, PLATFORM } from './manifest.ts';

/** The first entry of a backup. */
export const MANIFEST = 'desk-backup.json';

export interface BackUp {
  /** The folder with the built-in PostgreSQL's data; the desk may be using it. */
  readonly dataDir: string;
  readonly file: string;
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
}

/** What a backup has become, in bytes. */
export interface BackupSize {
  readonly file: number;
  readonly contents: number;
}

/**
 * Writes everything that the desk of a data folder knows into one file, as it stands at the end of this call. The file
 * appears when it is whole; `cleanup` takes back what was begun, also before this settles.
 *
 * @throws StartError when there is no desk, or a file already.
 */
export async function backUp({ dataDir, file, replace }: BackUp, cleanup: AsyncDisposableStack): Promise<BackupSize> {
  const refuseToReplace = () => {
    if (!replace && existsSync(file)) {
      throw new StartError(`${file} is there already; give another name, or add --replace.`);
    }
  };
  refuseToReplace();
  const folder = clusterFolder(dataDir);
  if (!hasCluster(folder)) throw new StartError(`There is no desk in ${dataDir}.`);
  const url = await addressOf(dataDir, cleanup);
  const archive = new ArchiveWriter(file);
  cleanup.defer(() => archive.discard());
  await archive.addText(
    MANIFEST,
    manifestText({ begunAt: new Date().toISOString(), postgres: postgresMajor(), platform: PLATFORM }),
  );
  await baseBackup(url, folder, {
    copyFiles: async () => {
      for await (const { name, isFolder } of clusterEntries(folder)) {
        await (isFolder ? archive.addFolder(name) : archive.addFile(name, join(folder, name)));
      }
      await archive.addFile(CONTROL_FILE, join(folder, CONTROL_FILE));
    },
    copyLog: async ({ label, segments }) => {
      for (const segment of segments) await archive.addFile(`pg_wal/${segment}`, join(folder, 'pg_wal', segment));
      await archive.addText('backup_label', label);
    },
  });
  refuseToReplace();
  const { bytes } = archive.contents;
  return { file: await archive.close(), contents: bytes };
}

async function addressOf(dataDir: string, cleanup: AsyncDisposableStack): Promise<string> {
  const running = runningPostgres(dataDir);
  if (running !== null) return running;
  const server = await EmbeddedPostgres.start({ dataDir });
  cleanup.defer(() => server.stop());
  return server.url;
}
