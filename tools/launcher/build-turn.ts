import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FolderInUseError, FolderLock } from '../postgres/folder-lock.ts';
import { makeFolder } from '../postgres/make-folder.ts';

const LOOK_AGAIN_MS = 200;

/**
 * Waits until nobody else builds in this checkout. A build puts its files anew, also when nothing has changed, so whoever
 * has the turn keeps it until what was built is loaded. A turn whose process has died is free.
 *
 * @param onWait is told once by which process the turn is held.
 */
export async function takeBuildTurn(
  root: string,
  onWait: (pid: number) => void,
): Promise<{ readonly release: () => void }> {
  const folder = join(root, 'dist');
  makeFolder(folder);
  for (let isFirst = true; ; isFirst = false) {
    try {
      return FolderLock.acquire(folder);
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
      if (isFirst) onWait(error.pid);
      await delay(LOOK_AGAIN_MS);
    }
  }
}
