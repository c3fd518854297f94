import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { OWN_AUTHORITY, OWN_AUTHORITY_KEY } from './own-authority.ts';

/** A mail as a server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** What it was asked to report of the first recipient: when, and under which id. */
  readonly receipt: { readonly notify: readonly string[]; readonly id: string | null };
  /** Whether it came over TLS. */
  readonly isEncrypted: boolean;
  /** What was sent after DATA. */
  readonly raw: string;
}

/** What a server says in place of yes: its code, and its words. */
export interface Refusing {
  readonly code: number;
  readonly words: string;
}

/** How a server is spoken to: never encrypted, over TLS from the first byte, or by STARTTLS, without which nobody is let in. */
type Encryption = 'none' | 'tls' | 'starttls';

export const SMTP_USER = 'desk';
export const SMTP_PASSWORD = 'smtp-secret';

/** A real SMTP server that takes mails, or refuses them as a test tells it to. */
export class TestSmtpServer {
  readonly taken: TakenMail[] = [];
  /** Says which recipients it refuses. */
  refuses: (address: string) => Refusing | null = () => null;
  /** Says what it answers to the whole mail; null takes it. It may take its time. */
  answers: () => Promise<Refusing | null> = () => Promise.resolve(null);
  /** Whether an access token lets somebody in. */
  letsIn: (user: string, accessToken: string) => boolean = () => false;
  /** How often somebody has asked to be let in. */
  signedIn = 0;
  private readonly encryption: Encryption;
  private server: SMTPServer;
  private port = 0;

  private constructor(encryption: Encryption) {
    this.encryption = encryption;
    this.server = this.make();
  }

  /** With encryption it shows the certificate of `own-authority.ts`. */
  static async start(encryption: Encryption = 'none'): Promise<TestSmtpServer> {
    const made = new TestSmtpServer(encryption);
    await made.start();
    return made;
  }

  /** The address at which it takes mails of who knows its password. */
  get url(): string {
    return `${this.encryption === 'tls' ? 'smtps' : 'smtp'}://${SMTP_USER}:${SMTP_PASSWORD}@127.0.0.1:${String(this.port)}`;
  }

  /** Starts it again, at the same address. */
  async start(): Promise<void> {
    this.server = this.make();
    const listening = this.server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
    for (const connection of this.server.connections) connection.close();
    await closed;
  }

  private make(): SMTPServer {
    const server = new SMTPServer({
      ...{
        // The library's own certificate is known to everybody.
        ...{ cert: readFileSync(OWN_AUTHORITY), key: readFileSync(OWN_AUTHORITY_KEY) },
        secure: this.encryption === 'tls',
        disabledCommands: this.encryption === 'none' ? ['STARTTLS'] : [],
        allowInsecureAuth: this.encryption === 'none',
        authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
        closeTimeout: 100,
        logger: false,
        hideDSN: false,
      },
      onAuth: ({ username, password, accessToken }, _, done) => {
        this.signedIn += 1;
        if (accessToken !== undefined && this.letsIn(username ?? '', accessToken)) done(null, { user: username ?? '' });
        else if (username === SMTP_USER && password === SMTP_PASSWORD) done(null, { user: username });
        else done(refusal({ code: 535, words: '5.7.8 Who are you?' }));
      },
      onRcptTo: ({ address }, _, done) => {
        done(refusal(this.refuses(address)));
      },
      onData: (stream, { envelope, secure: isEncrypted }, done) => {
        const take = async (raw: Buffer) => {
          const mailFrom = envelope.mailFrom ? envelope.mailFrom.address : '';
          const mail = {
            from: mailFrom,
            to: envelope.rcptTo.map(({ address }) => address),
            receipt: { notify: envelope.rcptTo[0]?.dsn?.notify ?? [], id: envelope.dsn?.envid ?? null },
            isEncrypted,
            raw: raw.toString(),
          };
          const answer = await this.answers();
          if (!answer) this.taken.push(mail);
          done(refusal(answer));
        };
        // A mail that breaks off is none.
        buffer(stream).then(take, () => undefined);
      },
    });
    server.on('error', () => undefined);
    return server;
  }
}

function refusal(refusing: Refusing | null): Error | null {
  return refusing && Object.assign(new Error(refusing.words), { responseCode: refusing.code });
}
