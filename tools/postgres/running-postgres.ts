import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_ROLE, clusterFolder } from './cluster.ts';
import { isAlive } from './process-identity.ts';

const DATABASE = 'support_tickets';

/** Where the built-in PostgreSQL of a data folder answers that another process runs; null when none does. */
export function runningPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  const pidFile = join(clusterFolder(folder), 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  // PostgreSQL writes its process into the first line of this file, and its port into the fourth.
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (port === undefined || !isAlive(Number(pid))) return null;
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  return `postgres://${CLUSTER_ROLE}:${password}@127.0.0.1:${port.trim()}/${DATABASE}`;
}
