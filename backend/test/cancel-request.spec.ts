import { readFileSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { resolve } from 'node:path';
import { TLSSocket } from 'node:tls';
import { Client } from 'pg';
import { requestCancel } from '../src/database/cancel-request.ts';

const TLS = resolve(import.meta.dirname, 'support/tls');
/** What PostgreSQL's protocol takes for a request to cancel, and for one to speak TLS. */
const CANCEL = 80_877_102;
const SPEAK_TLS = 80_877_103;
const WHO = { processID: 4_711, secretKey: -12_345 };

/** A server that knows nothing but requests to cancel, and notes them. */
async function listening(secured: boolean) {
  const heard: number[][] = [];
  const hear = (socket: Socket): void => {
    socket.once('data', (bytes) => {
      heard.push([0, 4, 8, 12].map((at) => (bytes as Buffer).readInt32BE(at)));
      socket.end();
    });
  };
  const server = createServer((socket) => {
    if (!secured) {
      hear(socket);
      return;
    }
    socket.once('data', (bytes) => {
      heard.push([(bytes as Buffer).readInt32BE(4)]);
      const [key, cert] = ['own-authority.key.pem', 'own-authority.pem'].map((file) =>
        readFileSync(resolve(TLS, file)),
      );
      socket.write('S');
      hear(new TLSSocket(socket, { isServer: true, ...(key && { key }), ...(cert && { cert }) }));
    });
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { heard, port, close: () => new Promise((closed) => server.close(closed)) };
}

function clientOf(port: number, ssl: object | false): Client {
  return Object.assign(new Client({ host: '127.0.0.1', port, ...(ssl && { ssl }) }), WHO);
}

describe('a request to cancel', () => {
  it('names the server process and its secret', async () => {
    const { heard, port, close } = await listening(false);
    await requestCancel(clientOf(port, false));
    expect(heard).toEqual([[16, CANCEL, WHO.processID, WHO.secretKey]]);
    await close();
  });

  it('goes by TLS where the connection does', async () => {
    const { heard, port, close } = await listening(true);
    await requestCancel(clientOf(port, { rejectUnauthorized: false }));
    expect(heard).toEqual([[SPEAK_TLS], [16, CANCEL, WHO.processID, WHO.secretKey]]);
    await close();
  });

  it.each<[object | false]>([[false], [{ rejectUnauthorized: true }]])(
    'ends where nobody can be asked: %j',
    async (ssl) => {
      const { heard, port, close } = await listening(ssl !== false);
      if (ssl === false) await close();
      await requestCancel(clientOf(port, ssl));
      expect(heard).toEqual(ssl === false ? [] : [[SPEAK_TLS]]);
      if (ssl !== false) await close();
    },
  );
});
