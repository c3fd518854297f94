import { Secret } from './secret.ts';

/** What the address of a mail server says, like `imaps://user:password@imap.example.com/INBOX`, decoded. */
export interface ServerAddress {
  readonly protocol: string;
  /** As the address has it: an IPv6 address in brackets. */
  readonly hostname: string;
  /** The same without brackets. */
  readonly host: string;
  readonly port: number;
  /** Empty for nobody. */
  readonly user: string;
  readonly password: Secret | null;
  /** With the slash that it begins with; may be empty. */
  readonly path: string;
  /** What stands behind a question mark, in order. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the address of a server; null where it is none, or of another protocol.
 *
 * @param ports the usual ports of the protocols that are taken, by their names with a colon behind.
 */
export function serverAddress(text: string, ports: Readonly<Record<string, number>>): ServerAddress | null {
  try {
    const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
    const usual = ports[protocol];
    if (usual === undefined || hostname === '') return null;
    return {
      ...{ protocol, hostname, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? usual : Number(port) },
      user: decodeURIComponent(username),
      password: password === '' ? null : new Secret(decodeURIComponent(password)),
      path: decodeURIComponent(pathname),
      query: [...searchParams],
    };
  } catch {
    return null;
  }
}
