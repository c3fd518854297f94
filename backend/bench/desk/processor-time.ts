import { readFileSync, readdirSync } from 'node:fs';

/** What Linux counts in /proc, on every machine that Node.js runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** Seconds of processor time of a process; null where the system does not tell. */
export function secondsOfProcess(pid: number): number | null {
  return timesOf(pid)?.own ?? null;
}

/** Seconds of processor time of a process and of all it has started, whether they still run or not; null as above. */
export function secondsOfFamily(pid: number): number | null {
  const head = timesOf(pid);
  if (head === null) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.own ?? 0) + (child?.ended ?? 0), head.own + head.ended);
}

/** The parent of a process, if the process has this name; null when it has another, or nobody knows. */
export function parentOf(pid: number, name: string): number | null {
  const stat = statOf(pid);
  return stat?.startsWith(`${String(pid)} (${name})`) ? (timesOf(pid)?.parent ?? null) : null;
}

function timesOf(pid: number): ProcessTimes | null {
  // The name, in brackets, may hold anything.
  const fields = statOf(pid)
    ?.replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  if (!fields) return null;
  const at = (index: number) => fields[index] ?? 0;
  return { parent: at(1), own: (at(11) + at(12)) / TICKS_PER_SECOND, ended: (at(13) + at(14)) / TICKS_PER_SECOND };
}

function statOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return null;
  }
}
