import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { closeAtQuietMoment } from './quiet-close.ts';

const AT_ONCE = 40;
/** Longer than it ever takes. */
const AT_LEISURE_MS = 60_000;
/** For so long somebody asks in each turn, on so many connections. */
const BUSY_MS = 500;
const KEPT = 4;

/** What somebody is answered who connects, asks and waits for the end; empty for nothing. */
async function answerOf(server: Server): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.once('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
  await once(socket, 'close');
  return answer;
}

describe('a server that closes at a quiet moment', () => {
  it('answers all who stood in front of it, however many came at once, and lets in nobody after that', async () => {
    const server = createServer((_request, response) => response.writeHead(201).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const answers = Array.from({ length: AT_ONCE }, () => answerOf(server));
    await closeAtQuietMoment(server, AT_LEISURE_MS);
    expect(server.listening).toBe(false);
    for (const answer of await Promise.all(answers)) expect(answer).toContain('HTTP/1.1 201 Created');
  });

  it('closes in no turn in which somebody asks on a connection that stands already', async () => {
    let wasAsked = false;
    const server = createServer((_request, response) => {
      const wasOpen = server.listening;
      setImmediate(() => (wasAsked ||= wasOpen && !server.listening));
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const until = performance.now() + BUSY_MS;
    const ask = (socket: Socket) => socket.write('GET / HTTP/1.1\r\nHost: desk\r\n\r\n');
    for (let n = 0; n < KEPT; n += 1) {
      const socket = connect(port, '127.0.0.1', () => ask(socket));
      socket.on('data', () => performance.now() < until && ask(socket)).once('error', () => undefined);
    }
    const closed = once(server, 'close');
    await closeAtQuietMoment(server, AT_LEISURE_MS);
    // Nothing is under way on any of them.
    await closed;
    await turn();
    expect(wasAsked).toBe(false);
  });

  it('closes when it has to, though people never cease to come', async () => {
    const server = createServer((_request, response) => response.end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    let refused = false;
    const come = () => {
      connect(port, '127.0.0.1')
        .once('error', () => (refused = true))
        .end();
      if (!refused) setImmediate(come);
    };
    come();
    const began = performance.now();
    await closeAtQuietMoment(server, 100);
    expect(server.listening).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
    server.closeAllConnections();
  });
});
