import { type SpawnOptions } from 'node:child_process';
import { accessSync, chownSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** "nobody" exists on every Linux and macOS-like system, so no account has to be created for PostgreSQL. */
const NOBODY: Owner = { uid: 65534, gid: 65534 };

/** A command as it has to be spawned so that PostgreSQL accepts the user it runs under. */
export interface SpawnPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

/**
 * The user PostgreSQL runs as. Normally the user who started the app; PostgreSQL refuses to run as root, so root hands
 * it to the owner of the existing cluster, or to "nobody".
 */
export class ServerAccount {
  readonly #other: Owner | null;
  readonly #needsFileAccess: boolean;

  private constructor(other: Owner | null, needsFileAccess: boolean) {
    this.#other = other;
    this.#needsFileAccess = needsFileAccess;
  }

  /** @param folders every folder the server has to reach, wherever the checkout lies */
  static choose(clusterFolder: string, folders: readonly string[]): ServerAccount {
    if (process.getuid?.() !== 0) return new ServerAccount(null, false);
    const owner = statSync(clusterFolder, { throwIfNoEntry: false });
    return new ServerAccount(owner && owner.uid !== 0 ? owner : NOBODY, !folders.every(isOpenToEveryone));
  }

  /** Hands a file or folder that the app has just made to the server. */
  own(path: string): void {
    if (this.#other) chownSync(path, this.#other.uid, this.#other.gid);
  }

  /** @throws EmbeddedPostgresError when the checkout is closed to other users and setpriv is missing. */
  plan(command: string, args: readonly string[]): SpawnPlan {
    if (!this.#other) return { command, args, options: {} };
    const { uid, gid } = this.#other;
    if (!this.#needsFileAccess) return { command, args, options: { uid, gid } };
    if (!isOnPath('setpriv')) {
      throw new EmbeddedPostgresError(
        'PostgreSQL cannot run as root and other users cannot enter this folder; move it out of the closed folder, start as a normal user, or set DATABASE_URL.',
      );
    }
    // A checkout under /root is closed to every other user, so the server keeps the one capability that opens it.
    // Without the secure bit, access(2) would answer as if the capability were not there.
    const drop = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
    return { command: 'setpriv', args: [...drop, ...keep, '--', command, ...args], options: {} };
  }
}

function isOpenToEveryone(folder: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  const enterable = !stat || (stat.mode & constants.S_IXOTH) !== 0;
  return enterable && (dirname(folder) === folder || isOpenToEveryone(dirname(folder)));
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
