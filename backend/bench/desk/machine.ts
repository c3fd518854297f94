import { cpus, totalmem } from 'node:os';

const GIGABYTE = 2 ** 30;

/** What is measured on, in one line. */
export function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  return `${String(cores.length)} × ${cores[0]?.model.trim() ?? 'unknown'}, ${String(memory)} GB, Node.js ${process.version}`;
}
