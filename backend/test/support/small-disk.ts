import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is said of a test that this machine cannot run. */
export const SMALL_DISK_MISSING = 'skipped: no tmpfs may be mounted here, that takes root on Linux';

const CHUNK = Buffer.alloc(64 * 1024, 1);

/** A disk in memory that holds little. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'support-tickets-disk-'));

  /** Null where this machine, or this user, mounts nothing. */
  static mount(megabytes: number): SmallDisk | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
    const disk = new SmallDisk();
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', disk.folder]);
    if (status === 0) return disk;
    rmdirSync(disk.folder);
    return null;
  }

  static get isPossible(): boolean {
    const disk = SmallDisk.mount(1);
    disk?.unmount();
    return disk !== null;
  }

  /** Takes up all the room that is left. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (let size = CHUNK.length; size > 0; size = Math.floor(size / 2)) {
        while (writes(file, size)) fsyncSync(file);
      }
    } finally {
      closeSync(file);
    }
  }

  /** Gives it back. */
  clear(): void {
    rmSync(this.ballast);
  }

  unmount(): void {
    const { status, stderr } = spawnSync('umount', [this.folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    rmdirSync(this.folder);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, CHUNK, 0, size) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}
