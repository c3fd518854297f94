import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, ApiClient, type ProblemBody, type TicketBody, type TicketListBody } from './api-client.ts';

/** A moment in which somebody who was told to come again does something else. */
const MOMENT_MS = 50;
const TICKET = { description: 'What happened.', category: 'general', priority: 'medium' };
const PRIORITIES = ['low', 'medium', 'high', 'critical'];

/** No answer came: the process is gone, or ended the connection. */
class NoAnswer {
  /** Whether anybody may have got the request: not where there never was a connection. */
  readonly wasSent: boolean;
  readonly reason: string;

  constructor(request: string, { cause }: Error) {
    const { code, message, syscall } = Object(cause) as Readonly<
      Record<'code' | 'message' | 'syscall', string | undefined>
    >;
    this.wasSent = syscall !== 'connect';
    this.reason = `${request}: ${code ?? ''} ${message ?? ''}`;
  }
}

/** What was said of an attempt that may be made again. */
export interface Tally {
  /** Answers of 503 that said when to come again. */
  comeAgain: number;
  /** Requests that a process left without an answer. */
  unanswered: number;
  /** What must not be: answers of another kind, and reads older than one's own write. */
  readonly faults: unknown[];
}

interface LoadOptions {
  readonly people?: number;
  readonly keyed?: boolean;
  readonly stopped?: AbortSignal | null;
}

/**
 * People who write and look at once what became of it, through several processes, as a proxy hands them on: to the next one
 * when nobody answered, where HTTP allows it, or after a moment when they are told to come again.
 */
export class ClusterLoad {
  readonly tally: Tally = { comeAgain: 0, unanswered: 0, faults: [] };
  /** The version that was acknowledged last, of each ticket. */
  readonly acknowledged = new Map<number, number>();
  /** When the last write was acknowledged, by `performance.now()`. */
  lastWrite = 0;
  private readonly clients: readonly ApiClient[];
  private readonly people: Promise<void>[];
  private readonly stopped: AbortSignal | null;
  private isOver = false;

  /**
   * @param urls of the processes.
   * @param headers that say who writes.
   * @param keyed whether each new ticket has an `Idempotency-Key`, with which it may be asked for again whatever happened.
   * @param stopped ends it, whatever was asked for.
   */
  constructor(
    urls: readonly string[],
    headers: Readonly<Record<string, string>>,
    { people = 6, keyed = true, stopped = null }: LoadOptions = {},
  ) {
    this.clients = urls.map((url) => new ApiClient(url, headers));
    this.stopped = stopped;
    this.people = Array.from({ length: people }, () => this.work(keyed));
    // Who waits for the end hears of it.
    for (const person of this.people) person.catch(() => undefined);
  }

  /** Comes once so many more writes are acknowledged. */
  async written(more: number): Promise<void> {
    const goal = this.total + more;
    while (this.total < goal) await this.wait(10);
  }

  /** How many writes were acknowledged. */
  get total(): number {
    return Array.from(this.acknowledged.values()).reduce((sum, version) => sum + version, 0);
  }

  /** Ends when everybody has got the last answer they wait for. */
  async end(): Promise<Tally> {
    this.isOver = true;
    await Promise.all(this.people);
    return this.tally;
  }

  private async work(keyed: boolean): Promise<void> {
    while (!this.isOver) {
      const title = `Written ${randomUUID()}`;
      const headers: Record<string, string> = keyed ? { 'idempotency-key': randomUUID() } : {};
      const made = await this.answered<TicketBody>('POST', '/api/tickets', { ...TICKET, title }, headers);
      if (made?.status !== 201) {
        // Who may not ask again writes another one; whether this one is there, nobody knows.
        if (made) this.tally.faults.push([made.status, made.body]);
        continue;
      }
      const { id } = made.body;
      this.acknowledge(id, 1);
      await this.look(id, title, 1);
      const change = { priority: PRIORITIES[randomInt(PRIORITIES.length)], title: `${title}!` };
      const changed = await this.answered<TicketBody>('PATCH', `/api/tickets/${String(id)}`, change, {});
      if (changed?.status !== 200) {
        if (changed) this.tally.faults.push([changed.status, changed.body]);
        continue;
      }
      this.acknowledge(id, changed.body.version);
      await this.look(id, `${title}!`, changed.body.version);
    }
  }

  /** Whoever has written a ticket finds it in the list, as they wrote it. */
  private async look(id: number, title: string, version: number): Promise<void> {
    const list = await this.answered<TicketListBody>('GET', '/api/tickets?limit=100', undefined, {});
    if (list?.status !== 200) {
      this.tally.faults.push(['list', list?.status, list?.body]);
      return;
    }
    const found = list.body.results.find((ticket) => ticket.id === id);
    if (found?.version !== version || found.title !== title)
      this.tally.faults.push(['older than the own write', id, version, found ?? null]);
  }

  private acknowledge(id: number, version: number): void {
    this.acknowledged.set(id, version);
    this.lastWrite = performance.now();
  }

  /**
   * The answer that ends it. Null when nobody answered what may not be asked again: RFC 9110 allows that of what is safe or
   * idempotent, or was never sent; a change without conditions that says what shall be, is.
   */
  private async answered<Body>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<Body> | null> {
    const mayRepeat = method !== 'POST' || headers['idempotency-key'] !== undefined;
    for (let at = randomInt(this.clients.length); ; at += 1) {
      const client = this.clients[at % this.clients.length]!;
      const answer = await this.ask<Body>(client, method, path, body, headers);
      if (answer instanceof NoAnswer) {
        this.tally.unanswered += 1;
        if (!mayRepeat && answer.wasSent) {
          this.tally.faults.push(['not to be repeated', answer.reason]);
          return null;
        }
        await this.wait(MOMENT_MS);
        continue;
      }
      if (answer.status !== 503) return answer;
      if (answer.headers.get('retry-after') === null) this.tally.faults.push(['503 without Retry-After', answer.body]);
      if (!/^(database_|draining)/.test((answer.body as ProblemBody).code)) this.tally.faults.push(answer.body);
      this.tally.comeAgain += 1;
      await this.wait(MOMENT_MS);
    }
  }

  private wait(ms: number): Promise<void> {
    return wait(ms, undefined, this.stopped ? { signal: this.stopped } : {});
  }

  private async ask<Body>(
    client: ApiClient,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<Body> | NoAnswer> {
    try {
      return await client.send<Body>(method, path, body, headers);
    } catch (error) {
      return new NoAnswer(`${method} ${path}`, error as Error);
    }
  }
}
