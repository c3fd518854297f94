import { Socket } from 'node:net';
import { type Client, Connection, type ConnectionConfig } from 'pg';

const TIMEOUT_MS = 5_000;

/** What pg knows of a connection, and its types do not tell: how it is made, and who works for it at the server. */
interface Known extends Pick<Client, 'host' | 'port'> {
  readonly ssl: ConnectionConfig['ssl'];
  readonly sslNegotiation: string;
  readonly processID: number;
  readonly secretKey: number;
}

/** pg's own connection, with what its types leave out. */
interface Wire extends Connection {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

/**
 * Asks the server to end what a connection is running, on a connection of its own, as PostgreSQL's protocol has it: a pooler
 * hands it on to the server process that works for it at that moment. Resolves when the server has taken note of it, after
 * which it hits no later statement, or when nobody can be asked.
 */
export function requestCancel(client: Client): Promise<void> {
  const { host, port, ssl, sslNegotiation, processID, secretKey } = client as unknown as Known;
  const socket = new Socket();
  const wire = new Connection({
    stream: () => socket,
    sslNegotiation,
    ...(ssl && { ssl }),
  } as ConnectionConfig) as Wire;
  return new Promise((resolve) => {
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
    wire.on('error', () => socket.destroy());
    wire.once('end', () => resolve());
    wire.once(ssl ? 'sslconnect' : 'connect', () => wire.cancel(processID, secretKey));
    if (ssl && sslNegotiation !== 'direct') wire.once('connect', () => wire.requestSsl());
    if (host.startsWith('/')) wire.connect(`${host}/.s.PGSQL.${String(port)}`);
    else wire.connect(port, host);
  });
}
