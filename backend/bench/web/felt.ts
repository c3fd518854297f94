import type { Page } from '@playwright/test';

/** What a person feels of a key or a click, in milliseconds from there on; 0 for what is too short to be told of. */
export interface Felt {
  /** Until the next frame was drawn. */
  readonly paint: number;
  /** Until what was asked for was drawn, as far as the browser has it. */
  readonly there: number;
  /** Until the server's answer was drawn. */
  readonly answer: number;
  /** The longest event, as the browser counts interactions (INP), and the longest task; told from 16 and from 50 ms on. */
  readonly event: number;
  readonly task: number;
}

/** Conditions of the page, as JavaScript that is true or false. */
export interface Awaited {
  readonly there: string;
  /** Without one the server has nothing to add. */
  readonly answer?: string;
}

/** Does something that begins with a key or a click, and tells what a person felt of it. */
export async function felt(page: Page, { there, answer }: Awaited, act: () => Promise<unknown>): Promise<Felt> {
  await page.evaluate(`deskBench.watch(() => ${there}, () => ${answer ?? 'true'})`);
  await act();
  return page.evaluate<Felt>('deskBench.result');
}

/** Waits until a condition of the page, in JavaScript, is drawn; without `eval`, which the page forbids. */
export async function drawnWith(page: Page, condition: string): Promise<void> {
  await page.evaluate(`deskBench.drawnWith(() => ${condition})`);
}

/** Of each figure the median, but of tasks the longest. */
export function usual(all: readonly Felt[]): Felt {
  const median = (of: (one: Felt) => number): number =>
    all.map(of).sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? NaN;
  return {
    paint: median(({ paint }) => paint),
    there: median(({ there }) => there),
    answer: median(({ answer }) => answer),
    event: median(({ event }) => event),
    task: Math.max(...all.map(({ task }) => task)),
  };
}
