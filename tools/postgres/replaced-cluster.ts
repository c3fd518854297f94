import { existsSync, renameSync, rmSync } from 'node:fs';

/** Puts a cluster that is whole in the place of another one, which is gone then. */
export function replaceCluster(folder: string, successor: string): void {
  const replaced = replacedBeside(folder);
  if (existsSync(folder)) {
    discard(folder);
    renameSync(folder, replaced);
  }
  renameSync(successor, folder);
  discard(folder);
}

/** Whether there is a cluster, be it one that has to be put back. */
export function hasCluster(folder: string): boolean {
  return existsSync(folder) || existsSync(replacedBeside(folder));
}

/**
 * Ends what somebody was killed at who was about to replace a cluster: one whose successor never came is put back, what is left
 * of one whose successor is there is removed.
 */
export function putBackReplaced(folder: string): void {
  if (!existsSync(folder) && hasCluster(folder)) renameSync(replacedBeside(folder), folder);
  discard(folder);
}

/** Removes the cluster that was replaced. First it loses its name: what is there by halves must not be put back. */
function discard(folder: string): void {
  const replaced = replacedBeside(folder);
  const discarded = `${folder}.discarded`;
  rmSync(discarded, { recursive: true, force: true });
  if (!existsSync(replaced)) return;
  renameSync(replaced, discarded);
  rmSync(discarded, { recursive: true, force: true });
}

function replacedBeside(folder: string): string {
  return `${folder}.replaced`;
}
