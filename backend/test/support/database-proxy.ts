import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { endServer, joinEnds } from './lines.ts';

/** Without a word, or with the server's last words in one breath with the answer. */
export type Breakage = 'silently' | 'with last words';

/** What PostgreSQL says when an administrator ends a connection; see "ErrorResponse" in its manual. */
const LAST_WORDS = errorResponse({ S: 'FATAL', V: 'FATAL', C: '57P01', M: 'terminating connection' });

/** A network between the API and PostgreSQL that breaks when a test says so. */
export interface DatabaseProxy {
  /** The address of the database behind it. */
  readonly url: string;
  /** How many connections of its clients stand. */
  readonly connections: number;
  /** Takes connections and passes nothing on, as a server does whose processes stand still. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Passes nothing on of the connections that there are, for ever, as a firewall does that has forgotten them. */
  readonly forget: () => void;
  /** Breaks every connection. */
  readonly cut: () => void;
  /** Breaks every connection, and each new one as well, as when nobody is there. */
  readonly goDown: () => void;
  readonly comeUp: () => void;
  /** Breaks the connection that gets the answer of this number, counted from now, once it has passed, in this way. */
  readonly breakAfter: (answers: number, way?: Breakage) => void;
  /** Leads whoever connects from now on to the server at this address, as a service does after a failover. */
  readonly leadTo: (databaseUrl: string) => void;
  readonly close: () => Promise<void>;
}

/** Starts a network before the database at `databaseUrl`. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  let target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const forgotten = new Set<Socket>();
  let isFrozen = false;
  let isDown = false;
  let answersLeft = Infinity;
  let breakage: Breakage = 'silently';
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const server = createServer((client) => {
    if (isDown) {
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const database = connect(Number(target.port), target.hostname);
    joinEnds(client, database, sockets);
    client.on('data', (chunk) => database.write(chunk));
    database.on('data', (chunk) => {
      answersLeft -= 1;
      if (answersLeft > 0) {
        client.write(chunk);
        return;
      }
      answersLeft = Infinity;
      client.end(breakage === 'silently' ? chunk : Buffer.concat([chunk, LAST_WORDS]));
    });
    if (isFrozen) [client, database].forEach((socket) => socket.pause());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: url.href,
    get connections() {
      return sockets.size / 2;
    },
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) if (!forgotten.has(socket)) socket.resume();
    },
    forget: () => {
      for (const socket of sockets) forgotten.add(socket.pause());
    },
    cut,
    goDown: () => {
      isDown = true;
      cut();
    },
    comeUp: () => {
      isDown = false;
    },
    breakAfter: (answers, way = 'silently') => {
      answersLeft = answers;
      breakage = way;
    },
    leadTo: (to) => {
      target = new URL(to);
    },
    close: () => endServer(server, sockets),
  };
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(
    `${Object.entries(fields)
      .map((field) => `${field.join('')}\0`)
      .join('')}\0`,
  );
  const head = Buffer.from('E\0\0\0\0');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
