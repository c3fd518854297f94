import { existsSync, realpathSync } from 'node:fs';
import { clusterFolder, databaseUrl, readPassword } from './cluster.ts';
import { readPidFile } from './pid-file.ts';
import { isAlive } from './process-identity.ts';

/** Where the built-in PostgreSQL of a data folder answers that another process runs; null when none does. */
export function runningPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  const { pid, port, socketFolder } = readPidFile(clusterFolder(folder));
  if (Number.isNaN(port) || !isAlive(pid)) return null;
  return databaseUrl(readPassword(folder), { port, socketFolder: socketFolder === '' ? null : socketFolder });
}
