import type { Server } from 'node:http';

/** A turn of the event loop that is over so soon did nothing but look whether anybody came. */
const QUIET_MS = 0.05;
/** A server to which somebody comes all the time, or whose machine is busy, closes after so long in any case. */
const WITHIN_MS = 1_000;

/**
 * Closes a server at a moment in which nobody stands in front of it. The operating system lets people into a queue, of which
 * Node takes one with each turn of its loop; whoever is still in there when the server closes is cut off, though they have
 * asked already. So it closes right after a turn in which nobody came and that took no time.
 */
export function closeAtQuietMoment(server: Server): Promise<void> {
  const giveUp = performance.now() + WITHIN_MS;
  let came = true;
  let began = 0;
  const come = () => {
    came = true;
  };
  server.on('connection', come);
  return new Promise((resolve) => {
    const look = () => {
      const now = performance.now();
      if ((!came && now - began < QUIET_MS) || now > giveUp) {
        server.close();
        server.off('connection', come);
        resolve();
        return;
      }
      came = false;
      began = performance.now();
      setImmediate(look);
    };
    setImmediate(look);
  });
}
