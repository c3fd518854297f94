import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Something in the folder of a cluster; its name is relative to that, with slashes. */
export interface ClusterEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a server makes anew when it starts; the folders are there, and empty. The log of writes is taken by itself. */
const EMPTY_FOLDERS = new Set([
  ...['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
  ...['pg_wal/archive_status', 'pg_wal/summaries'],
]);

/** Of the running server alone, as in PostgreSQL's own base backups. */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|\.s\.PGSQL\.\d+\.lock|backup_(label|manifest)(\.old)?|tablespace_map(\.old)?|pg_wal\/[^/]+\.?\w*)$|(^|\/)(pg_internal\.init[^/]*|pgsql_tmp[^/]*|t\d+_\d+[^/]*)$/;

/** It says which writes the files hold, so it comes when all of them are there. */
export const CONTROL_FILE = 'global/pg_control';

/** What a backup takes of a cluster, folders before what is in them, without its control file and its log of writes. */
export async function* clusterEntries(folder: string, below = ''): AsyncGenerator<ClusterEntry> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (/(^|\/)pgsql_tmp/.test(name)) continue;
      yield { name, isFolder: true };
      if (!EMPTY_FOLDERS.has(name)) yield* clusterEntries(folder, name);
    } else if (entry.isFile() && name !== CONTROL_FILE && !LEFT_OUT.test(name)) {
      yield { name, isFolder: false };
    }
  }
}
