import { once } from 'node:events';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below what Linux (32768), macOS, Windows and BSD (49152) give to outgoing connections: a port that is free now is not
// taken by somebody's connection before the server that it is meant for listens on it.
const FIRST = 20_000;
const LAST = 32_000;
const ATTEMPTS = 50;

/**
 * A port of this machine's own address that nobody listens on at this moment.
 *
 * @throws the system's last refusal, when none of 50 ports picked at random can be listened on.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = randomInt(FIRST, LAST);
    const probe = createServer();
    try {
      await once(probe.listen(port, '127.0.0.1'), 'listening');
    } catch (refusal) {
      if (attempt === ATTEMPTS) throw refusal;
      continue;
    }
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
