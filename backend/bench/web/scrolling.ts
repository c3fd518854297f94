import type { CDPSession, Page } from '@playwright/test';
import { drawnWith } from './felt.ts';

/** Frames and tasks in milliseconds. */
interface Smoothness {
  readonly frames: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly longTasks: number;
  readonly longestTask: number;
}

/** How scrolling through the rows went, and loading them before; memory in megabytes. */
export interface Scrolled extends Smoothness {
  readonly rows: number;
  readonly longTasksOfLoading: number;
  readonly longestOfLoading: number;
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly elements: number;
}

const SCROLLER = `document.querySelector('desk-ticket-rows .scroller')`;
const LOADED = `Math.round(parseFloat(document.querySelector('desk-ticket-rows .body').style.height) / document.querySelector('desk-ticket-row').offsetHeight)`;
const MEGABYTE = 2 ** 20;

/** Loads so many rows, as far as there are, by going to the end again and again; then scrolls through all of them and back. */
export async function scrolledThrough(page: Page, devtools: CDPSession, rows: number): Promise<Scrolled> {
  await page.goto(new URL('/tickets?view=all', page.url()).href);
  await drawnWith(page, `!!document.querySelector('desk-ticket-row')`);
  const heapBefore = await heap(devtools);
  await page.evaluate(`new Promise((resolve) => {
    const on = () => {
      const scroller = ${SCROLLER};
      scroller.scrollTop = scroller.scrollHeight;
      const ended = document.querySelector('desk-ticket-rows [role=grid]').getAttribute('aria-rowcount') !== '-1';
      if (ended || ${LOADED} >= ${String(rows)}) resolve();
      else requestAnimationFrame(on);
    };
    on();
  })`);
  const loading = await page.evaluate<readonly number[]>('deskBench.longTasks.map(({ ms }) => ms)');
  const loaded = await page.evaluate<number>(LOADED);
  await page.evaluate(`${SCROLLER}.scrollTop = 0`);
  const smooth = await page.evaluate<Smoothness>(`deskBench.scrollThrough(${SCROLLER})`);
  return {
    rows: loaded,
    ...smooth,
    longTasksOfLoading: loading.length,
    longestOfLoading: Math.max(0, ...loading),
    heapBefore,
    heapAfter: await heap(devtools),
    elements: await page.evaluate<number>(`document.querySelectorAll('*').length`),
  };
}

/** What the page's JavaScript keeps, in megabytes. */
export async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}
