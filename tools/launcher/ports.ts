import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './start-error.ts';

const LOOK_AGAIN_MS = 200;

/**
 * Makes sure that a port can be listened on, so that the app fails before the long work and not after it.
 *
 * @param patienceMs how long to wait for it, when a killed run may still be giving it back
 * @throws StartError naming the setting to change.
 */
export async function requireFreePort(setting: string, port: number, host: string, patienceMs: number): Promise<void> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const problem = await tryAddresses(port, host);
    if (problem === null) return;
    if (problem === 'EADDRINUSE' && waited < patienceMs) await delay(LOOK_AGAIN_MS);
    else throw portError(setting, port, host, problem);
  }
}

function portError(setting: string, port: number, host: string, code: string): StartError {
  if (code === 'EADDRINUSE') {
    return new StartError(`Port ${port} is already in use; stop the program that uses it or set ${setting}.`);
  }
  if (code === 'EACCES') return new StartError(`Port ${port} needs more rights than you have; set ${setting}.`);
  return new StartError(`Cannot listen on ${host}:${port} (${code}); set HOST or ${setting}.`);
}

/** A name like "localhost" stands for two addresses, one of which the machine may not have. */
async function tryAddresses(port: number, host: string): Promise<string | null> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  const problems = await Promise.all(addresses.map(({ address }) => tryPort(port, address)));
  const serious = problems.filter((code) => code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT');
  if (serious.length === 0) return 'unknown address';
  return serious.find((code) => code !== null) ?? null;
}

async function tryPort(port: number, host: string): Promise<string | null> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
    probe.close();
    await once(probe, 'close');
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  }
}
