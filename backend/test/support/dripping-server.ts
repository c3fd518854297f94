import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { endServer } from './lines.ts';

const DRIP_MS = 20;

/** A server that comes to no end: what it says, and from where on it says one character after the other for ever. */
export interface DrippingServer {
  readonly port: number;
  /** The lines that it was told. */
  readonly told: readonly string[];
  readonly stop: () => Promise<void>;
}

/** `answers` gives what it says to a line ('' is how it is greeted), null from where on it drips. */
export async function startDrippingServer(answers: (line: string) => string | null): Promise<DrippingServer> {
  const sockets = new Set<Socket>();
  const told: string[] = [];
  const server = createServer((socket) => {
    let drip: NodeJS.Timeout | undefined;
    const say = (line: string) => {
      const answer = drip ? '' : answers(line);
      if (answer === null) drip = setInterval(() => socket.write('x'), DRIP_MS);
      else if (answer !== '') socket.write(`${answer}\r\n`);
    };
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      sockets.delete(socket);
    });
    createInterface(socket)
      .on('error', () => undefined)
      .on('line', (line) => {
        told.push(line);
        say(line);
      });
    say('');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    told,
    stop: () => endServer(server, sockets),
  };
}

/** What a server of mails (SMTP) says, up to the line that begins with `until`, from where on it drips. */
export function smtpUntil(until: string): (line: string) => string | null {
  let isMail = false;
  return (line) => {
    if (line.startsWith(until)) return null;
    if (line === '.') isMail = false;
    else if (isMail) return '';
    if (line === '') return '220 desk.example';
    if (line.startsWith('EHLO')) return '250-desk.example\r\n250 AUTH PLAIN';
    if (line.startsWith('AUTH')) return '235 2.7.0 Come in';
    if (line !== 'DATA') return '250 2.0.0 Yes';
    isMail = true;
    return '354 Go on';
  };
}

/** What a server of mailboxes (IMAP) says, up to the command `until`, from where on it drips. */
export function imapUntil(until: string): (line: string) => string | null {
  return (line) => {
    const [tag = '', command = ''] = line.split(' ');
    if (command === until) return null;
    if (line === '') return '* OK [CAPABILITY IMAP4rev1 ID] Welcome';
    return `${tag} OK Done`;
  };
}
