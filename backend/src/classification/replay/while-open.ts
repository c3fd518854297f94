/** How often it is looked whether somebody has ended it. */
const LOOK_EVERY_MS = 1_000;

/** Somebody ended it. */
class Ended extends Error {}

/**
 * Works until that is done, or somebody else has ended what it is for, in which case it comes back quietly.
 *
 * @param stopping fires when the process stops.
 * @throws what the work throws while nobody has ended it.
 */
export async function whileOpen(
  isOpen: () => Promise<boolean>,
  stopping: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const look = async (): Promise<void> => {
    if (!(await isOpen())) ended.abort(new Ended());
  };
  // A look that fails says nothing; the next one may.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  try {
    await work(AbortSignal.any([stopping, ended.signal]));
  } catch (error) {
    if (!ended.signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
}
