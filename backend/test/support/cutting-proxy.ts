import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { endServer, joinEnds } from './lines.ts';

/** A line to a server that breaks where a test says so. */
export interface CuttingProxy {
  readonly port: number;
  /** Says of what a client asks whether the line breaks there, before the server hears of it. */
  cuts: (asked: string) => boolean;
  /** How often it broke. */
  readonly broken: number;
  readonly stop: () => Promise<void>;
}

export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let broken = 0;
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    joinEnds(client, behind, sockets);
    behind.on('data', (chunk) => client.write(chunk));
    client.on('data', (chunk) => {
      if (!proxy.cuts(chunk.toString())) behind.write(chunk);
      else {
        broken += 1;
        client.resetAndDestroy();
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const proxy: CuttingProxy = {
    port: (server.address() as AddressInfo).port,
    cuts: () => false,
    get broken() {
      return broken;
    },
    stop: () => endServer(server, sockets),
  };
  return proxy;
}
