import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/** A turn of the event loop that is over so soon did nothing but look whether anybody came. */
const QUIET_MS = 0.05;
/** So many turns in a row are looked at; a process that then sleeps for a moment is not interrupted right after. */
const TURNS = 20;
const MOMENT_MS = 1;
/** On a busy machine no turn is so short: then one in which nobody came will do, and in the end any. */
const SHORT_TURNS_WITHIN_MS = 2_000;
const WITHIN_MS = 5_000;

/**
 * Closes a server at a moment in which nobody stands in front of it; those who are in it stay. The operating system lets people
 * into a queue, of which Node takes one with each turn of its loop; whoever is still in there when the server closes is cut off,
 * though they have asked already. So it closes right after a turn in which nobody came and that took no time.
 */
export function closeAtQuietMoment(server: Server): Promise<void> {
  const asked = performance.now();
  let came = false;
  const come = () => {
    came = true;
  };
  server.on('connection', come);
  return new Promise((resolve) => {
    let began = 0;
    let turns = 0;
    const look = () => {
      came = false;
      began = performance.now();
      setImmediate(judge);
    };
    const judge = () => {
      const now = performance.now();
      const waited = now - asked;
      const isShort = now - began < QUIET_MS || waited > SHORT_TURNS_WITHIN_MS;
      if ((!came && isShort) || waited > WITHIN_MS) {
        // That of HTTP would look through all connections first, and the moment be over.
        NetServer.prototype.close.call(server);
        server.off('connection', come);
        resolve();
        return;
      }
      turns += 1;
      if (turns % TURNS > 0) look();
      else setTimeout(look, MOMENT_MS);
    };
    setTimeout(look, MOMENT_MS);
  });
}
