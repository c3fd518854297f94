import { setTimeout } from 'node:timers/promises';
import { Pool } from 'undici';
import type { BenchedServer } from '../desk/benched-server.ts';
import { evenly } from '../rate/evenly.ts';
import { quantile } from '../rate/quantile.ts';
import { Followers, versionName } from './followers.ts';
import type { ProcessFigures } from './process-figures.ts';

/** Of what is opened, changed and closed before anything is measured, so that it is not counted that it is the first time. */
const WARM_STREAMS = 20;
const WARM_SECONDS = 1;
const WRITERS = 8;
const LOOK_MS = 20;
/** After which what was not told is lost. */
const PATIENCE_MS = 10_000;

export interface LiveOrder {
  readonly server: BenchedServer;
  readonly figures: () => Promise<ProcessFigures>;
  /** Seconds of processor time that the database has taken so far; null where nobody knows. */
  readonly databaseSeconds: () => number | null;
  readonly streams: number;
  /** Changes a second. */
  readonly changes: number;
  readonly seconds: number;
  /** The next ticket to change, and to which status. */
  readonly next: () => { readonly path: string; readonly body?: object };
}

/** Times in milliseconds, of each change at each stream. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What streams cost and how quick they are. Memory in bytes for each stream; null where nobody knows. */
export interface LiveResult {
  readonly streams: number;
  readonly changes: number;
  readonly seconds: number;
  /** Of what JavaScript uses, and of what the process has of the machine. */
  readonly memory: { readonly used: number; readonly resident: number };
  /** Of the event loop of the process, while tickets are changed. */
  readonly loop: ProcessFigures['delay'];
  /** From when a change was sent, so before it is committed, to when a stream had told of it. */
  readonly sinceSent: Delays;
  /** From when a change was answered, so after it was committed; below zero when a stream was quicker than the answer. */
  readonly sinceAnswered: Delays;
  /** How many changes each second came to each stream, and how many never came. */
  readonly told: number;
  readonly lost: number;
  /** Streams that the server has closed. */
  readonly cut: number;
  readonly failed: number;
  /** Share of one core, from 0. */
  readonly serverShare: number | null;
  readonly databaseShare: number | null;
}

interface Change {
  readonly name: string;
  readonly sent: number;
  readonly answered: number;
}

/** Opens the streams, and changes tickets at a steady rate while they follow. */
export async function measuredLive(order: LiveOrder): Promise<LiveResult> {
  const { server, streams, changes, seconds, figures, databaseSeconds } = order;
  await warmed(order);
  const before = await figures();
  const followers = new Followers();
  try {
    await followers.open(server.url, server.callers, streams);
    const open = await figures();
    const [serverBefore, databaseBefore] = [server.processorSeconds(), databaseSeconds()];
    const made = await changed(order, seconds);
    await allTold(followers, made, streams);
    const [serverAfter, databaseAfter] = [server.processorSeconds(), databaseSeconds()];
    const { delay: loop } = await figures();
    const told = made.flatMap((change) => (followers.told.get(change.name) ?? []).map((at) => ({ at, ...change })));
    return {
      ...{ streams, changes, seconds, loop },
      memory: {
        used: (open.used - before.used) / streams,
        resident: (open.resident - before.resident) / streams,
      },
      sinceSent: delays(told.map(({ at, sent }) => at - sent)),
      sinceAnswered: delays(told.map(({ at, answered }) => at - answered)),
      told: told.length / streams / seconds,
      lost: made.length * streams - told.length,
      cut: followers.cut,
      failed: Math.round(changes * seconds) - made.length,
      serverShare: shareOf(serverBefore, serverAfter, seconds),
      databaseShare: shareOf(databaseBefore, databaseAfter, seconds),
    };
  } finally {
    await followers.close();
  }
}

async function warmed(order: LiveOrder): Promise<void> {
  const followers = new Followers();
  const streams = Math.min(WARM_STREAMS, order.streams);
  try {
    await followers.open(order.server.url, order.server.callers, streams);
    const made = await changed(order, Math.min(WARM_SECONDS, order.seconds));
    await allTold(followers, made, streams);
  } finally {
    await followers.close();
  }
}

/** Changes tickets for so many seconds, and tells which changes were made. */
async function changed({ server, changes, next }: LiveOrder, seconds: number): Promise<readonly Change[]> {
  const pool = new Pool(server.url, { connections: WRITERS });
  const made: Change[] = [];
  let turn = 0;
  await evenly({ rate: changes, seconds }, async () => {
    const { path, body } = next();
    const headers = { ...server.callers[turn % server.callers.length], 'content-type': 'application/json' };
    turn += 1;
    const sent = performance.now();
    const answer = await pool.request({ method: 'PATCH', path, headers, body: JSON.stringify(body) });
    const ticket = (await answer.body.json()) as { readonly id: number; readonly version: number };
    const answered = performance.now();
    if (answer.statusCode === 200) made.push({ name: versionName(ticket.id, ticket.version), sent, answered });
  });
  await pool.close();
  return made;
}

/** Waits until every stream was told of every change, or nothing more is to be expected. */
async function allTold(followers: Followers, made: readonly Change[], streams: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (made.some(({ name }) => (followers.told.get(name)?.length ?? 0) < streams)) {
    if (followers.cut > 0 || performance.now() > end) return;
    await setTimeout(LOOK_MS);
  }
}

function delays(times: number[]): Delays {
  times.sort((one, other) => one - other);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), most: times.at(-1) ?? NaN };
}

function shareOf(before: number | null, after: number | null, seconds: number): number | null {
  return before === null || after === null ? null : (after - before) / seconds;
}
