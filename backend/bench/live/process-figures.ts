import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** How exact delays of the event loop are, in milliseconds; a loop that is free looks so often whether it is late. */
const LOOK_MS = 1;
const NANOSECONDS = 1_000_000;
/** What was closed is let go by the next turns of the loop. */
const SETTLING_MS = 200;
const COLLECTIONS = 3;

/** What a process holds, and how late its event loop was. */
export interface ProcessFigures {
  /** Bytes of memory that JavaScript uses: its objects, and buffers outside of its heap. */
  readonly used: number;
  /** Bytes that the process has of the machine. */
  readonly resident: number;
  /** How much later than asked the event loop came by since the figures were last read, in milliseconds. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly most: number };
}

/** Gives what reads the figures of this process, after garbage was collected where Node.js is started with `--expose-gc`. */
export function figuresOfThisProcess(): () => Promise<ProcessFigures> {
  const histogram = monitorEventLoopDelay({ resolution: LOOK_MS });
  histogram.enable();
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - LOOK_MS);
  return async () => {
    // Before the collections, which would be counted.
    const delay = {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      most: late(histogram.max),
    };
    for (let turn = 0; turn < COLLECTIONS; turn += 1) {
      globalThis.gc?.();
      await setTimeout(SETTLING_MS / COLLECTIONS);
    }
    const { heapUsed, external, rss: resident } = process.memoryUsage();
    histogram.reset();
    return { used: heapUsed + external, resident, delay };
  };
}
