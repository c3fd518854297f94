import { connect } from 'node:net';
import { connectionFailure } from './failure-words.ts';

const PATIENCE_MS = 5_000;

/**
 * Whether there is a server of this name that takes a connection; nothing is sent or read.
 *
 * @throws TrialFailure
 */
export async function reachServer({ host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  const socket = connect({ host, port, timeout: PATIENCE_MS });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
      socket.once('timeout', () => reject(Object.assign(new Error('No answer'), { code: 'ETIMEDOUT' })));
    });
    return `${host} answers on port ${String(port)}`;
  } catch (error) {
    throw connectionFailure(error, 'It cannot be reached.');
  } finally {
    socket.destroy();
  }
}
