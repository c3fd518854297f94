import { type IncomingMessage, get } from 'node:http';
import { once } from 'node:events';

/** Whoever waits for something longer has found out that it does not come. */
const PATIENCE_MS = 60_000;

export interface ToldEvent {
  readonly id: string | null;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** Follows `GET /api/events` as a browser does, over a connection of its own. */
export class EventStream {
  readonly events: ToldEvent[] = [];
  /** The last id that was told, with an event or without: from where a browser would go on. */
  lastId: string | null = null;
  /** Comments, of which the client makes nothing. */
  beats = 0;
  isOver = false;
  private rest = '';
  private wake: (() => void)[] = [];

  readonly answer: IncomingMessage;

  private constructor(answer: IncomingMessage) {
    this.answer = answer;
    answer.setEncoding('utf8').on('data', (part: string) => this.take(part));
    const over = () => {
      this.isOver = true;
      this.stir();
    };
    answer.once('close', over).on('error', () => undefined);
  }

  /** Opens a stream; it is open when the server has said from where it goes. @throws when the answer is another one. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    lastId: string | null = null,
    query = '',
  ): Promise<EventStream> {
    const stream = new EventStream(await ask(url, headers, lastId, query));
    if (stream.answer.statusCode !== 200) throw new Error(`Answered with ${String(stream.answer.statusCode)}`);
    await stream.until(() => stream.lastId !== null || stream.isOver);
    return stream;
  }

  /** Waits until something holds of what was told. @throws when it does not, and the stream is over or told nothing of it in time. */
  async until(condition: () => boolean): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    late.addEventListener('abort', () => this.stir());
    while (!condition()) {
      const why = this.isOver ? 'is over' : late.aborted ? 'waits for something' : null;
      if (why) throw new Error(`The stream ${why}, after ${JSON.stringify(this.events)}`);
      await this.more();
    }
  }

  /** Waits, for ever if need be, until anything was told or the stream is over. */
  more(): Promise<void> {
    return new Promise((resolve) => this.wake.push(resolve));
  }

  /** Waits for an event of this name. */
  async event(name: string): Promise<ToldEvent> {
    const found = () => this.events.find((event) => event.name === name);
    await this.until(() => found() !== undefined);
    return found()!;
  }

  /** Reads something when it is told that it has changed, and at no other time, until it is as wanted. */
  async follow<T>(name: string, read: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
    for (;;) {
      const told = this.events.length;
      const value = await read();
      if (isWanted(value)) return value;
      await this.until(() => this.events.slice(told).some((event) => event.name === name));
    }
  }

  /** What was told of tickets: number, version. */
  get tickets(): [string, number, number][] {
    return this.events
      .filter(({ name }) => name.startsWith('ticket.'))
      .map(({ name, data }) => [name.slice('ticket.'.length), Number(data['id']), Number(data['version'])]);
  }

  /** From where who has taken so much news of tickets, and nothing after it, goes on. */
  positionAfter(count: number): string | null {
    const news = this.events.filter(({ name }) => name.startsWith('ticket.'));
    return news[count - 1]?.id ?? this.lastId;
  }

  async closed(): Promise<void> {
    if (!this.isOver) await once(this.answer, 'close');
  }

  cut(): void {
    this.answer.destroy();
  }

  private take(part: string): void {
    const blocks = (this.rest + part).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.read(block);
    this.stir();
  }

  private read(block: string): void {
    if (block.startsWith(':')) this.beats += 1;
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    const id = fields.get('id') ?? null;
    this.lastId = id ?? this.lastId;
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({ id, name: fields.get('event') ?? '', data: JSON.parse(data) as Record<string, unknown> });
  }

  private stir(): void {
    this.wake.splice(0).forEach((wake) => wake());
  }
}

/** Asks for a stream and gives the answer, whatever it is, of which nothing has been read. */
export function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  lastId: string | null = null,
  query = '',
): Promise<IncomingMessage> {
  const resuming = lastId === null ? {} : { 'last-event-id': lastId };
  return new Promise((resolve, reject) => {
    get(`${url}/api/events${query}`, { headers: { ...headers, ...resuming }, agent: false }, resolve).once(
      'error',
      reject,
    );
  });
}
