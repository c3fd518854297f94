import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { chromiumLaunch } from '../../../tools/web/chromium.ts';
import { serverVersion } from '../desk/bench-database.ts';
import { runFacts } from '../desk/run-facts.ts';
import { type Scrolled, heap, scrolledThrough } from './scrolling.ts';
import {
  type ConversationScrolled,
  openLongConversation,
  scrollLongConversation,
  writeLongConversation,
} from './long-conversation.ts';
import { type Step, workingDay } from './steps.ts';
import { Traffic } from './traffic.ts';
import { startWebDesk } from './web-desk.ts';
import { HELP, type WebOptions, readWebOptions } from './web-options.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const WINDOW = { width: 1440, height: 900 };
const NAME_WIDTH = 28;

// npm run bench:web: what a person waits for in a real browser.
const options = readWebOptions(process.argv.slice(2));
if (options) await main(options);
else console.log(HELP);

async function main({ size, throttle, rows, json }: WebOptions): Promise<void> {
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench');
  const settings = readSettings(ROOT);
  await using cleanup = new AsyncDisposableStack();
  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  const desk = await startWebDesk({ serverUrl: database.url, size, logFolder: settings.dataDir }, cleanup);
  const browser = await chromium.launch(await chromiumLaunch());
  cleanup.defer(() => browser.close());
  const facts = runFacts({ postgresql: await serverVersion(database.url), chromium: browser.version() });
  console.log(`${facts.machine}\n${size.toLocaleString('en')} tickets, processor ${String(throttle)} times slower\n`);

  const page = await browser.newPage({ viewport: WINDOW });
  await page.addInitScript({ path: resolve(import.meta.dirname, 'page-probe.js') });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  console.log(
    'from key or click, ms'.padEnd(NAME_WIDTH) + ['paint', 'there', 'answer', 'event', 'task'].map(cell).join(''),
  );
  const steps: Step[] = [];
  const tell = (step: Step): void => {
    const [name, { paint, there, answer, event, task }] = step;
    console.log(
      name.padEnd(NAME_WIDTH) + [paint, there, answer, event, task].map((ms) => cell(ms.toFixed(0))).join(''),
    );
    steps.push(step);
  };
  for await (const step of workingDay(page, desk)) tell(step);
  const heapAtEnd = await heap(devtools);
  console.log(`JavaScript heap at the end: ${heapAtEnd.toFixed(1)} MB`);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const scrolled = await scrolledThrough(page, devtools, rows);
  console.log(inWords(scrolled));
  await writeLongConversation(desk);
  const traffic = new Traffic(page);
  tell(await openLongConversation(page, traffic));
  const conversation = await scrollLongConversation(page);
  console.log(conversationInWords(conversation));
  const felt = Object.fromEntries(steps);
  if (json !== null)
    writeFileSync(
      json,
      `${JSON.stringify({ ...facts, size, throttle, felt, heapAtEnd, scrolled, conversation }, null, 2)}\n`,
    );
}

function conversationInWords({ messages, frames, p50, p99, longTasks, longestTask }: ConversationScrolled): string {
  const smooth = `${String(frames)} frames, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
  return `scrolling through ${String(messages)} messages: ${smooth}; tasks over 50 ms: ${String(longTasks)} (longest ${longestTask.toFixed(0)} ms)`;
}

function inWords(scrolled: Scrolled): string {
  const { rows, frames, p50, p99, longest, longTasks, longestTask, heapBefore, heapAfter, elements } = scrolled;
  return `
scrolling through ${rows.toLocaleString('en')} rows, unthrottled: ${String(frames)} frames, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms
  tasks over 50 ms: ${String(longTasks)} (longest ${longestTask.toFixed(0)} ms); while loading: ${String(scrolled.longTasksOfLoading)} (longest ${scrolled.longestOfLoading.toFixed(0)} ms)
  heap ${heapBefore.toFixed(1)} MB before, ${heapAfter.toFixed(1)} MB after; ${String(elements)} elements in the page`;
}

function cell(text: string): string {
  return text.padStart(8);
}
