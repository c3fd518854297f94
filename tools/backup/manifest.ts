import { StartError } from '../launcher/start-error.ts';

const KIND = 'support-ticket-system backup';
const FORMAT = 1;

/** What a backup says of itself, before anything else that is in it. */
export interface BackupManifest {
  /** The moment from which on writes may be missing, as ISO 8601 in UTC. */
  readonly begunAt: string;
  /** The major version of PostgreSQL whose files they are. */
  readonly postgres: number;
  /** The machine's kind, on which the layout of those files depends: `linux-x64`. */
  readonly platform: string;
}

/** The kind of this machine. */
export const PLATFORM = `${process.platform}-${process.arch}`;

/** Writes a manifest as it stands in a backup. */
export function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify({ kind: KIND, format: FORMAT, ...manifest })}\n`;
}

/**
 * Reads the manifest of a backup and accepts it for a server of this major version on this machine.
 *
 * @throws StartError saying what it is instead.
 */
export function acceptManifest(text: string, postgres: number): BackupManifest {
  const { kind, format, ...manifest } = parse(text);
  if (kind !== KIND) throw new StartError('This is no backup of a desk.');
  if (format !== FORMAT) throw new StartError('This backup was made by a later version of the desk; restore it there.');
  if (manifest.postgres !== postgres) {
    throw new StartError(
      `This backup holds files of PostgreSQL ${String(manifest.postgres)}, and this desk runs ${String(postgres)}; restore it with the version of the desk that made it.`,
    );
  }
  if (manifest.platform !== PLATFORM) {
    throw new StartError(
      `This backup was made on ${manifest.platform} and this is ${PLATFORM}, which reads other files; restore it on a machine of its own kind.`,
    );
  }
  return manifest;
}

function parse(text: string): BackupManifest & { kind?: unknown; format?: unknown } {
  try {
    return JSON.parse(text) as BackupManifest;
  } catch {
    throw new StartError('This is no backup of a desk.');
  }
}
