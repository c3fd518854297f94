import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

/** What every scanner takes for a virus, so that it can be tried; in two parts, so that none takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const COMMAND = 'zINSTREAM\0';

/** Speaks the wire protocol of clamd, as `man clamd` has it, as far as INSTREAM goes; `manner` is how it behaves. */
export class FakeClamd {
  manner: 'looks' | 'hangs up' | 'mumbles' = 'looks';
  /** As StreamMaxLength of clamd.conf. */
  maxBytes = Infinity;
  /** How many bytes it was given in the last stream. */
  seen = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => {
      this.serve(socket);
    });
  }

  static async start(): Promise<FakeClamd> {
    const clamd = new FakeClamd();
    clamd.server.listen(0, '127.0.0.1');
    await once(clamd.server, 'listening');
    return clamd;
  }

  get address(): string {
    return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    // A virus that lies across two pieces is found too; that is all that is kept of what was seen.
    let tail = Buffer.alloc(0);
    let found = false;
    let commanded = false;
    let answered = false;
    const answer = (words: string) => {
      answered = true;
      socket.end(words);
    };
    this.seen = 0;
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      if (answered) return;
      received = Buffer.concat([received, data]);
      if (this.manner === 'hangs up') {
        socket.destroy();
        return;
      }
      if (!commanded) {
        if (received.length < COMMAND.length) return;
        if (received.subarray(0, COMMAND.length).toString() !== COMMAND) {
          answer('UNKNOWN COMMAND\0');
          return;
        }
        commanded = true;
        received = received.subarray(COMMAND.length);
      }
      while (received.length >= 4) {
        const length = received.readUInt32BE();
        if (length === 0) {
          answer(this.verdict(found));
          return;
        }
        if (received.length < 4 + length) return;
        tail = Buffer.concat([tail, received.subarray(4, 4 + length)]);
        found ||= tail.includes(EICAR);
        tail = Buffer.from(tail.subarray(-EICAR.length));
        this.seen += length;
        received = received.subarray(4 + length);
        if (this.seen > this.maxBytes) {
          answer('INSTREAM size limit exceeded. ERROR\0');
          return;
        }
      }
    });
  }

  private verdict(found: boolean): string {
    if (this.manner === 'mumbles') return 'what?\0';
    return found ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0';
  }
}
