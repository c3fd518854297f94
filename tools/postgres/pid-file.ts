import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a PostgreSQL server has written of itself; what it has not written yet is NaN, or empty. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** The folder with its Unix socket; empty when it has none. */
  readonly socketFolder: string;
  readonly state: string;
}

/** Where the server of a cluster writes it. */
export function pidFilePath(clusterFolder: string): string {
  return join(clusterFolder, 'postmaster.pid');
}

/** Reads its process from the first line, its port from the fourth, its socket's folder from the fifth, its state from the eighth. */
export function readPidFile(clusterFolder: string): PidFile {
  const lines = readLines(pidFilePath(clusterFolder));
  const number = (line: number): number => Number.parseInt(lines[line] ?? '', 10);
  return { pid: number(0), port: number(3), socketFolder: lines[4]?.trim() ?? '', state: lines[7]?.trim() ?? '' };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
