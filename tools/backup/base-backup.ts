import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartError } from '../launcher/start-error.ts';

/** What belongs to a copy of a cluster's files that was made while they were written. */
export interface BaseBackup {
  /** The text of `backup_label`, from which the server learns where to begin reading its log of writes. */
  readonly label: string;
  /** The segments of that log which make the copy whole, by name. */
  readonly segments: readonly string[];
}

/**
 * Lets `copyFiles` copy the files of a running cluster, and `copyLog` what was written meanwhile; nobody who writes waits.
 * The server keeps its log of writes until both are done or this connection ends.
 *
 * @throws StartError when the cluster is one whose files are not all in its folder.
 */
export async function baseBackup(
  url: string,
  clusterFolder: string,
  steps: { copyFiles: () => Promise<void>; copyLog: (made: BaseBackup) => Promise<void> },
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'backup' });
  // Whatever waits on the connection hears of its end; without a listener the process would end as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const elsewhere = await client.query("SELECT FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')");
    if (elsewhere.rowCount !== 0) {
      throw new StartError('This database has tablespaces outside its folder, which a backup of that would miss.');
    }
    await client.query("SELECT pg_create_physical_replication_slot('desk_backup_' || pg_backend_pid(), true, true)");
    const begun = await client.query<{ first: string }>(
      "SELECT pg_walfile_name(pg_backup_start('desk', fast => true)) AS first",
    );
    await steps.copyFiles();
    const ended = await client.query<{ last: string; label: string }>(
      'SELECT pg_walfile_name(lsn) AS last, labelfile AS label FROM pg_backup_stop(wait_for_archive => false)',
    );
    const [{ first } = { first: '' }] = begun.rows;
    const [{ last, label } = { last: '', label: '' }] = ended.rows;
    await steps.copyLog({ label, segments: await segmentsBetween(clusterFolder, first, last) });
  } finally {
    await client.end();
  }
}

async function segmentsBetween(clusterFolder: string, first: string, last: string): Promise<string[]> {
  const names = await readdir(join(clusterFolder, 'pg_wal'));
  const segments = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort();
  if (segments.length !== position(last) - position(first) + 1) {
    throw new StartError('The database has let go of a part of its log before it was copied; try again.');
  }
  return segments;
}

/** The place of a segment in the log: its name ends in eight digits of 4 GiB each and eight of 16 MiB. */
function position(segment: string): number {
  return Number.parseInt(segment.slice(8, 16), 16) * 256 + Number.parseInt(segment.slice(16), 16);
}
