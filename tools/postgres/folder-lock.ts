import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './process-identity.ts';

/** Another living process holds the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly pid: number;

  constructor(pid: number) {
    super(`in use by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * Gives one process at a time the say over a data folder. A lock whose process has died, even by kill -9, is taken
 * over, so nobody ever has to delete a lock file by hand.
 */
export class FolderLock {
  /** True when the previous holder died without releasing the lock. */
  readonly tookOver: boolean;
  readonly #path: string;
  readonly #content: string;

  private constructor(path: string, content: string, tookOver: boolean) {
    this.#path = path;
    this.#content = content;
    this.tookOver = tookOver;
  }

  /** @throws FolderInUseError when another living process holds the lock. */
  static acquire(folder: string): FolderLock {
    const path = join(folder, 'lock');
    const content = `${process.pid} ${startMark(process.pid)}\n`;
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, content, { mode: 0o600 });
    try {
      let tookOver = false;
      while (!tryLink(draft, path)) {
        tookOver = discardDeadLock(path) || tookOver;
      }
      return new FolderLock(path, content, tookOver);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Whether the folder's lock belongs to a process that died. A folder without a lock may be just about to get one. */
  static isAbandoned(folder: string): boolean {
    const content = read(join(folder, 'lock'));
    return content !== '' && !isHolderAlive(content);
  }

  release(): void {
    if (read(this.#path) === this.#content) rmSync(this.#path, { force: true });
  }
}

/** A hard link appears with its content or not at all, so no reader ever sees a half-written lock. */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function discardDeadLock(path: string): boolean {
  const seen = read(path);
  if (isHolderAlive(seen)) throw new FolderInUseError(Number.parseInt(seen, 10));
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return false; // another starter was quicker; look again
  }
  // Between the look and the rename a third starter may have put its own, living lock there: give it back.
  const moved = read(aside);
  if (moved !== seen && isHolderAlive(moved)) tryLink(aside, path);
  rmSync(aside, { force: true });
  return moved === seen;
}

function isHolderAlive(content: string): boolean {
  const [pid, mark] = content.trim().split(' ');
  if (!pid || Number.isNaN(Number(pid)) || !isAlive(Number(pid))) return false;
  return !mark || mark === startMark(Number(pid));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
