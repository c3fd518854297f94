import { type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Security } from '../domain/mail-server.ts';
import { TrialSkip } from '../domain/trial.ts';

/**
 * How a connection is encrypted, and until when the server's certificate is valid.
 *
 * @throws TrialSkip where it is not to be.
 */
export function encryptionOf(security: Security, socket: Socket | null | false): string {
  if (security === 'none') throw new TrialSkip('Not encrypted, as the server is on this machine');
  if (!(socket instanceof TLSSocket)) return 'The connection is encrypted';
  const until = new Date(socket.getPeerCertificate().valid_to);
  const version = socket.getProtocol()?.replace('v', ' ') ?? 'TLS';
  return Number.isNaN(until.getTime())
    ? version
    : `${version}, its certificate is valid until ${until.toISOString().slice(0, 10)}`;
}
