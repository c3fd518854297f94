import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from './start-error.ts';

/** What a build writes to. */
const WRITTEN = [
  ...['dist', 'dist/backend', 'dist/frontend', 'dist/frontend/browser'],
  ...['.nx', '.nx/cache', '.nx/workspace-data', '.angular', '.angular/cache'],
];
const NEEDED = ['dist/backend/main.js', 'dist/frontend/browser/index.html'];

/** The first folder that a build would write to and may not: another user's, or on a disk that is read only. */
export function closedFolder(root: string): string | null {
  const folders = WRITTEN.map((folder) => nearest(join(root, folder)));
  return folders.find((folder) => !isWritable(folder)) ?? null;
}

/** @throws StartError when the app is not there as it was built before. */
export function requireBuilt(root: string, closed: string): void {
  if (NEEDED.every((file) => existsSync(join(root, file)))) return;
  throw new StartError(
    `The app is not built yet, and you may not write to ${closed}; let its owner run "npm start" or "npx nx run-many --target=build" once.`,
  );
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
