import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether this process still runs, whoever owns it. One that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return !['', 'Z', 'X'].includes(statField(pid, 'state'));
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A text that tells this process from a later one that got the same number, because process numbers are reused.
 * Empty when the process is gone or the platform cannot tell.
 */
export function startMark(pid: number): string {
  return process.platform === 'linux' ? statField(pid, 'starttime') : ps(pid, 'lstart=').replaceAll(' ', '_');
}

/** The command line of a process, or an empty text when it is gone. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  return readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** Positions after the program's name, which is the second field and may itself contain spaces. */
const FIELD = { state: 0, starttime: 19 } as const;

function statField(pid: number, field: keyof typeof FIELD): string {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[FIELD[field]] ?? '';
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
