import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/** Joins the two ends of a line: where one closes, the other is cut. Both are among `open` as long as they are. */
export function joinEnds(one: Socket, other: Socket, open: Set<Socket>): void {
  for (const [end, rest] of [
    [one, other],
    [other, one],
  ] as const) {
    open.add(end);
    end.on('error', () => undefined);
    end.on('close', () => {
      open.delete(end);
      rest.destroy();
    });
  }
}

/** Ends a server with its lines. */
export async function endServer(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  for (const end of open) end.destroy();
  server.close();
  await once(server, 'close');
}
