import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import type { PinoLogger } from 'nestjs-pino';
import type { Callers } from '../auth/callers.service.ts';
import type { Caller } from '../auth/domain/caller.ts';
import type { Settings } from '../config/settings.ts';
import { Unmeasured } from '../metrics/unmeasured.ts';
import { LiveMetrics } from './live-metrics.ts';
import { LiveStream } from './live-stream.ts';
import { LiveStreams } from './live-streams.service.ts';
import { SignInWatch } from './sign-in-watch.service.ts';

const somebody = { scopes: ['tickets:read'] } as unknown as Caller;

let server: Server;
let streams: LiveStreams;
beforeEach(async () => {
  // What is set for later is played; connections are real.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const settings = { liveStreamsMax: 5 } as Settings;
  streams = new LiveStreams(settings, new LiveMetrics(new Unmeasured(), settings));
  streams.onModuleInit();
  server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  streams.onModuleDestroy();
  server.closeAllConnections();
  server.close();
  jest.useRealTimers();
});

/** A stream that is open, and what its client has of it. */
async function open(
  caller = somebody,
): Promise<{ readonly read: (bytes: string) => Promise<void>; readonly over: Promise<unknown> }> {
  const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>;
  const answered = new Promise<IncomingMessage>((resolve) =>
    get(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, { agent: false }, resolve),
  );
  const [, response] = await asked;
  const stream = new LiveStream(response, caller);
  stream.begin({});
  streams.add(stream);
  stream.catchUp('');
  const answer = (await answered).setEncoding('utf8');
  let text = '';
  answer.on('data', (part: string) => (text += part));
  const over = once(answer, 'end');
  const read = async (bytes: string) => {
    while (text !== bytes) await once(answer, 'data');
    text = '';
  };
  return { read, over };
}

describe('a stream that has nothing to tell', () => {
  it('says when to come again, and holds its connection open by a comment every fifteen seconds', async () => {
    const { read } = await open();
    await read('retry: 2000\n\n');
    for (let n = 0; n < 3; n += 1) {
      jest.advanceTimersByTime(15_000);
      await read(': beat\n\n');
    }
  });
});

describe('a sign-in that is over', () => {
  it('ends its streams within a second, and no others', async () => {
    const other = { ...somebody };
    let good = new Map<Caller, readonly string[]>([
      [somebody, somebody.scopes],
      [other, other.scopes],
    ]);
    let looks = 0;
    const stillGood = () => {
      looks += 1;
      return Promise.resolve(good);
    };
    const callers = { stillGood } as unknown as Callers;
    const watch = new SignInWatch(callers, streams, { setContext: () => undefined } as unknown as PinoLogger);
    watch.onModuleInit();
    const [its, unharmed] = [await open(), await open(other)];
    // It is over right after somebody has looked.
    while (looks < 3) await jest.advanceTimersByTimeAsync(1);
    expect(streams.count).toBe(2);
    good = new Map([[other, other.scopes]]);
    await jest.advanceTimersByTimeAsync(999);
    await its.read('retry: 2000\n\nevent: session.ended\ndata: {}\n\n');
    await its.over;
    await unharmed.read('retry: 2000\n\n');
    await watch.onModuleDestroy();
  });
});
