/** Room for what follows the waiting: closing connections to the database. */
const SPARE_MS = 5_000;

/** The part of a process that matters here. */
interface Stoppable {
  once(event: 'SIGTERM' | 'SIGINT' | 'disconnect', listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Ends a process that was asked to stop and does not, a while after `withinMs`: a statement that hangs, say, is then rolled
 * back by the database, and a job is done again by another process.
 */
export function endAfter(target: Stoppable, withinMs: number): void {
  const end = () => {
    setTimeout(() => target.exit(1), withinMs + SPARE_MS).unref();
  };
  target.once('SIGTERM', end);
  target.once('SIGINT', end);
  target.once('disconnect', end);
}
