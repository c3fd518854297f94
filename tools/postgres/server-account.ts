import { type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  copyFileSync,
  constants,
  fchownSync,
  lchownSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * "nobody" exists on every Linux and macOS-like system. initdb insists on a user with a name, so it runs as "nobody"; the
 * server does not, and what was made is no longer nobody's by then.
 */
const NOBODY: Owner = { uid: 65534, gid: 65534 };

/** Ids that systemd leaves to nobody, neither to people nor to services (systemd.io/UIDS-GIDS). */
const FREE_IDS = { first: 60_706, count: 478 } as const;

/** A command as it has to be spawned so that PostgreSQL accepts the user it runs under. */
export interface SpawnPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

/**
 * The user PostgreSQL runs as. Normally the user who started the app; PostgreSQL refuses to run as root, so root hands
 * it to the owner of the existing cluster, or to a user id that nothing else on the machine has.
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
    const isSomebodys = owner && owner.uid !== 0 && owner.uid !== NOBODY.uid;
    return new ServerAccount(isSomebodys ? owner : ownerOfItsOwn(clusterFolder), !folders.every(isOpenToEveryone));
  }

  /** Whether commands run as another user, for whom files have to be lent. */
  get lends(): boolean {
    return this.#other !== null;
  }

  /** Who makes the cluster; it is handed over to the server afterwards. */
  get maker(): ServerAccount {
    return this.#other ? new ServerAccount(NOBODY, this.#needsFileAccess) : this;
  }

  /**
   * Hands a folder with all that is in it to the server, from the top down: whoever had it before can do nothing in a folder
   * by the time that its entries are looked at.
   */
  takeOver(path: string): void {
    if (!this.#other) return;
    lchownSync(path, this.#other.uid, this.#other.gid);
    if (!lstatSync(path).isDirectory()) return;
    for (const name of readdirSync(path)) this.takeOver(join(path, name));
  }

  /** Whether a file or folder was left to "nobody", whose processes can all read it. */
  static isNobodys(path: string): boolean {
    return process.getuid?.() === 0 && statSync(path, { throwIfNoEntry: false })?.uid === NOBODY.uid;
  }

  /** Opens a file of root's for a command that is about to be spawned: a copy without a name, so for nobody else. */
  lend(path: string): number {
    const copy = `${path}.lent`;
    copyFileSync(path, copy);
    const file = openSync(copy, 'r');
    unlinkSync(copy);
    if (this.#other) fchownSync(file, this.#other.uid, this.#other.gid);
    return file;
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

/** An id of the free ones that no account has; two clusters seldom get the same. */
function ownerOfItsOwn(clusterFolder: string): Owner {
  const accounts = readFileSync('/etc/passwd', 'utf8');
  const begin = createHash('sha256').update(clusterFolder).digest().readUInt32BE();
  for (let tried = 0; tried < FREE_IDS.count; tried += 1) {
    const id = FREE_IDS.first + ((begin + tried) % FREE_IDS.count);
    if (!new RegExp(`^[^:]*:[^:]*:${id}:`, 'm').test(accounts)) return { uid: id, gid: id };
  }
  return NOBODY;
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
