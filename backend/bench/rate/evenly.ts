import { setTimeout } from 'node:timers/promises';

/**
 * Begins something so often a second at even distances, whatever has become of what was begun before, and waits for all of
 * it. `work` is told when it was due, in milliseconds of `performance.now()`.
 */
export async function evenly(
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  work: (due: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const all: Promise<void>[] = [];
  const count = Math.round(rate * seconds);
  while (all.length < count) {
    const due = begun + (all.length * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) await setTimeout(early);
    all.push(work(due));
  }
  await Promise.all(all);
}
