import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, ApiClient, type TicketListBody } from './api-client.ts';
import { EventStream, type ToldEvent } from './event-stream.ts';
import { until } from './until.ts';

const MOMENT_MS = 50;

interface PresenceBody {
  readonly ticket_id: number;
  readonly people: readonly { readonly name: string; readonly activity: string }[];
}

/**
 * Holds all tickets from one on, as a web app does the few that it shows: follows the events of whichever process it gets, comes again from
 * where it was whenever its stream ends, and reads all afresh when it is told to.
 */
export class DeskFollower {
  /** What must not be: something told twice, in another order, or left out. */
  readonly faults: string[] = [];
  /** The newest version of each ticket that it was told of or has read. */
  readonly known = new Map<number, number>();
  /** Who has which ticket open, in words. */
  readonly present = new Map<number, string>();
  /** How often it came again, and how often it was told to read afresh. */
  readonly tally = { streams: 0, resets: 0, told: 0 };
  private readonly told = new Set<string>();
  private read: ReadonlyMap<number, number> = new Map<number, number>();
  private stream: EventStream | null = null;
  private lastId: string | null = null;
  private isOver = false;
  /** Something may have been left out until all is read afresh, as it is about to be. */
  private isUnsure = false;
  private readonly urls: readonly string[];
  private readonly from: number;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly following: Promise<void>;
  private readonly stopped: AbortSignal;

  /**
   * @param urls of the processes, of which it prefers the first.
   * @param headers that say who follows.
   * @param from the number of the oldest ticket that it holds.
   * @param stopped ends it, whatever it waits for.
   */
  constructor(urls: readonly string[], headers: Readonly<Record<string, string>>, from: number, stopped: AbortSignal) {
    this.stopped = stopped;
    this.urls = urls;
    this.from = from;
    this.headers = headers;
    this.following = this.follow();
    // Who waits for the end hears of it.
    this.following.catch(() => undefined);
  }

  /** Comes once it knows something; it may be waiting for ever, as a person would. */
  async knows(what: (follower: this) => boolean): Promise<void> {
    await until(() => {
      this.stopped.throwIfAborted();
      return Promise.resolve(what(this));
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    this.stream?.cut();
    await this.following;
  }

  private async follow(): Promise<void> {
    for (let at = 0; !this.isOver; at += 1) {
      const url = this.urls[at % this.urls.length]!;
      const isFirst = this.lastId === null;
      try {
        this.stream = await EventStream.open(url, this.headers, this.lastId);
      } catch {
        await wait(MOMENT_MS, undefined, { signal: this.stopped });
        continue;
      }
      this.tally.streams += 1;
      if (isFirst) await this.readAfresh(url);
      await this.take(this.stream, url);
      this.lastId = this.stream.lastId;
    }
  }

  /** Takes all that a stream tells, until that is over. */
  private async take(stream: EventStream, url: string): Promise<void> {
    for (let next = 0; ; next += 1) {
      while (stream.events.length <= next && !stream.isOver) await stream.more();
      const event = stream.events[next];
      if (!event) return;
      if (event.name === 'reset') {
        this.tally.resets += 1;
        // Of several that came meanwhile the last one counts.
        this.isUnsure = stream.events.slice(next + 1).some(({ name }) => name === 'reset');
        if (!this.isUnsure) await this.readAfresh(url);
      }
      this.hear(event);
    }
  }

  private hear({ name, data }: ToldEvent): void {
    if (name === 'presence') this.meet(data as unknown as PresenceBody);
    if (!name.startsWith('ticket.')) return;
    const [id, version] = [Number(data['id']), Number(data['version'])];
    if (id < this.from) return;
    const [known, told] = [this.known.get(id) ?? 0, `${String(id)} in version ${String(version)}`];
    if (this.told.has(told)) this.faults.push(`${told} was told twice`);
    if (version > known + 1 && !this.isUnsure) this.faults.push(`${told} was told after ${String(known)}`);
    // What it has read it may be told of afterwards.
    if (version <= known && version > (this.read.get(id) ?? 0)) this.faults.push(`${told} was told too late`);
    this.told.add(told);
    this.tally.told += 1;
    this.known.set(id, Math.max(version, known));
  }

  private meet({ ticket_id: ticket, people }: PresenceBody): void {
    this.present.set(ticket, people.map(({ name, activity }) => `${name} ${activity}`).join(', '));
  }

  private async readAfresh(url: string): Promise<void> {
    const read = new Map<number, number>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TicketListBody = await this.answer(url, `/api/tickets?limit=100${cursor && `&cursor=${cursor}`}`);
      for (const { id, version } of page.results) read.set(id, version);
      cursor = page.results.some(({ id }) => id < this.from) ? null : page.next_cursor;
    }
    for (const [id, version] of read) this.known.set(id, Math.max(version, this.known.get(id) ?? 0));
    this.read = read;
    this.present.clear();
    const { results } = await this.answer<{ results: PresenceBody[] }>(url, '/api/presence');
    results.forEach((presence) => this.meet(presence));
  }

  /** Asks until somebody answers, first the process that it follows. */
  private async answer<Body>(first: string, path: string): Promise<Body> {
    const urls = [first, ...this.urls];
    for (let at = 0; ; at += 1) {
      const client = new ApiClient(urls[at % urls.length]!, this.headers);
      const answer: Answer<Body> | null = await client.get<Body>(path).catch(() => null);
      if (answer?.status === 200) return answer.body;
      if (this.isOver) throw new Error(`Nobody answered ${path}`);
      await wait(MOMENT_MS, undefined, { signal: this.stopped });
    }
  }
}
