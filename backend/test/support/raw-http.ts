import { connect } from 'node:net';

/** What came back over a connection, read until the other side hung up. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends bytes as they are, over a connection of their own; then `more`, piece by piece, until the other side hangs up. */
export async function sendRaw(
  url: string,
  text: string,
  more: { piece: string; everyMs: number } | null = null,
): Promise<RawAnswer> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(text);
  const trickle = more && setInterval(() => socket.write(more.piece), more.everyMs);
  await new Promise((resolve) => socket.once('close', resolve));
  if (trickle) clearInterval(trickle);
  return parse(Buffer.concat(chunks).toString());
}

function parse(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
  return { status: Number(first.split(' ')[1]), headers, body: body.join('\r\n\r\n') };
}
