import { existsSync, renameSync, rmSync } from 'node:fs';

/** Puts a cluster that is whole in the place of another one, which is gone then. */
export function replaceCluster(folder: string, successor: string): void {
  const replaced = replacedBeside(folder);
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  renameSync(successor, folder);
  rmSync(replaced, { recursive: true, force: true });
}

/** Whether there is a cluster, be it one that has to be put back. */
export function hasCluster(folder: string): boolean {
  return existsSync(folder) || existsSync(replacedBeside(folder));
}

/** Puts a cluster back whose successor never came: whoever was about to replace it was killed in between. */
export function putBackReplaced(folder: string): void {
  if (!existsSync(folder) && hasCluster(folder)) renameSync(replacedBeside(folder), folder);
}

function replacedBeside(folder: string): string {
  return `${folder}.replaced`;
}
