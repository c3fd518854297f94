import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { FolderLock } from './folder-lock.ts';
import { stopLeftover } from './postmaster.ts';

const PREFIX = 'support-tickets-test-';

/** A fast PostgreSQL for one test run, gone without a trace when stopped. Clears up after runs that were killed. */
export async function startEphemeralPostgres(): Promise<EmbeddedPostgres> {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(PREFIX)) await removeIfAbandoned(join(tmpdir(), name));
  }
  return EmbeddedPostgres.start({ dataDir: mkdtempSync(join(tmpdir(), PREFIX)), ephemeral: true });
}

async function removeIfAbandoned(dataDir: string): Promise<void> {
  if (!FolderLock.isAbandoned(dataDir)) return;
  try {
    await stopLeftover(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  } catch {
    // Another user's leftover; theirs to remove.
  }
}
