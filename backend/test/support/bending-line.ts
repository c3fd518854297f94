import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { endServer, joinEnds } from './lines.ts';

/** A line to a server that a test listens in on, and on which that says what the test has it say. */
export interface BendingLine {
  readonly port: number;
  /** What a client asks, piece by piece. */
  readonly asked: readonly string[];
  /** Is told what a client asks before the server hears of it; what it gives is answered in the place of the server. */
  hears: (asked: string) => string | undefined;
  /** Gives what a client is told for what the server says; null where the line ends. */
  bends: (said: string) => string | null;
  /** Says something that nobody asked for, to whoever is connected. */
  readonly say: (line: string) => void;
  /** Ends the lines of all who are connected. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startBendingLine(port: number): Promise<BendingLine> {
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const asked: string[] = [];
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    joinEnds(client, behind, sockets);
    clients.add(client);
    client.on('close', () => clients.delete(client));
    behind.on('data', (chunk) => {
      const said = line.bends(chunk.toString('latin1'));
      if (said === null) client.destroy();
      else client.write(Buffer.from(said, 'latin1'));
    });
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      asked.push(text);
      const answer = line.hears(text);
      if (answer === undefined) behind.write(chunk);
      else client.write(answer);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const line: BendingLine = {
    port: (server.address() as AddressInfo).port,
    asked,
    hears: () => undefined,
    bends: (said) => said,
    say: (words) => {
      for (const client of clients) client.write(`${words}\r\n`);
    },
    cut: () => {
      for (const client of clients) client.resetAndDestroy();
    },
    stop: () => endServer(server, sockets),
  };
  return line;
}
