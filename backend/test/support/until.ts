import { setTimeout } from 'node:timers/promises';

/** So that what is waited for gets the processor, and not the asking. */
const PAUSE_MS = 5;

/** Waits until something holds, looking again and again. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(PAUSE_MS);
}
