import { PinoLogger } from 'nestjs-pino';
import { symbols } from 'pino';

/** Diverts everything that the API logs from now on, at every level, into memory; the newest API started is meant. */
export function captureLogs(): { readonly lines: () => Record<string, unknown>[]; readonly text: () => string } {
  const written: string[] = [];
  PinoLogger.root.level = 'trace';
  // The loggers of requests are children of this one and find its stream through it.
  Object.assign(PinoLogger.root, { [symbols.streamSym]: { write: (line: string) => written.push(line) } });
  return {
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}
