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
 * Closes a server, and the connections on which nothing is under way, at a moment in which nobody stands in front of it; who is
 * being answered stays. The operating system lets people into a queue, of which Node takes one with each turn of its loop; whoever
 * is still in there when the server closes is cut off, though they have asked already. So is who asks on a connection that has
 * stood for long. So it closes right after a turn in which nobody came or asked and that took no time.
 *
 * @param withinMs when it closes at the latest, in milliseconds; after five seconds in any case.
 */
export function closeAtQuietMoment(server: Server, withinMs: number): Promise<void> {
  const asked = performance.now();
  let came = false;
  const come = () => {
    came = true;
  };
  server.on('connection', come).on('request', come);
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
      if ((!came && isShort) || waited > Math.min(withinMs, WITHIN_MS)) {
        // That of HTTP would look through all connections first, and the moment be over.
        NetServer.prototype.close.call(server);
        server.closeIdleConnections();
        server.off('connection', come).off('request', come);
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
