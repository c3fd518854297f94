import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where a server takes connections. */
export interface ServerPlace {
  /** Of loopback. */
  readonly port: number;
  /** The folder with its Unix socket, which is named for the port; null without one. */
  readonly socketFolder: string | null;
}

/** What macOS allows for the path of a socket, in bytes; Linux allows a little more. */
const PATH_MAX_BYTES = 103;
const SOCKETS = /^\.s\.PGSQL\.\d+(\.lock)?$/;
const HIGHEST_PORT = 65_535;

/** Whether a server can have its socket in a folder: Node.js knows no such sockets on Windows, and paths are short. */
export function takesSocket(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  return (
    platform !== 'win32' &&
    !folder.includes('"') &&
    Buffer.byteLength(join(folder, `.s.PGSQL.${HIGHEST_PORT}`)) <= PATH_MAX_BYTES
  );
}

/** Removes the sockets that killed servers have left in a folder. */
export function removeSockets(folder: string): void {
  for (const name of readdirSync(folder)) if (SOCKETS.test(name)) rmSync(join(folder, name), { force: true });
}
