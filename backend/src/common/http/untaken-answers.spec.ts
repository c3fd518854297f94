import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { Readable } from 'node:stream';
import fastify from 'fastify';
import { cutUntaken } from './untaken-answers.ts';

const PATIENCE_MS = 200;

const server = fastify();
cutUntaken(server, PATIENCE_MS);
const opened: Readable[] = [];
server.get('/endless', () => {
  const endless = Readable.from(forever());
  opened.push(endless);
  return endless;
});
let go: () => void;
server.get('/slow', () => Readable.from(afterAWhile()));

beforeAll(() => server.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => server.close());

function* forever() {
  for (;;) yield Buffer.alloc(100_000);
}

async function* afterAWhile() {
  yield 'first';
  await new Promise<void>((resolve) => (go = resolve));
  yield 'last';
}

async function ask(path: string): Promise<Socket> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n`);
  return socket;
}

/** Takes nothing of an answer without end, until it is cut: patience runs out for whoever began before, if it does. */
async function untilCut(): Promise<void> {
  const socket = await ask('/endless');
  socket.on('error', () => undefined);
  await once(socket, 'readable');
  const endless = opened.at(-1);
  if (endless && !endless.destroyed) await once(endless, 'close');
  socket.destroy();
}

describe('an answer', () => {
  it('of which nothing is taken is cut, and what it is made of let go', async () => {
    await untilCut();
    expect(opened.at(-1)?.destroyed).toBe(true);
  });

  it('is not cut while it is read, however long it takes', async () => {
    const socket = await ask('/endless');
    await once(socket, 'readable');
    const read = opened.at(-1);
    socket.resume();
    await untilCut();
    expect(read?.destroyed).toBe(false);
    socket.destroy();
  });

  it('is not cut while its reader waits for it', async () => {
    const socket = await ask('/slow');
    let told = '';
    const told200 = once(socket, 'data');
    socket.setEncoding('utf8').on('data', (part: string) => (told += part));
    await told200;
    await untilCut();
    go();
    await once(socket, 'end');
    expect(told).toMatch(/first[\s\S]*last/);
  });
});
