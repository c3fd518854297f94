import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { closeAtQuietMoment } from './quiet-close.ts';

const AT_ONCE = 40;

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
    await closeAtQuietMoment(server);
    expect(server.listening).toBe(false);
    for (const answer of await Promise.all(answers)) expect(answer).toContain('HTTP/1.1 201 Created');
  });

  it('closes in any case when people never cease to come', async () => {
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
    await closeAtQuietMoment(server);
    expect(server.listening).toBe(false);
    server.closeAllConnections();
  });
});
