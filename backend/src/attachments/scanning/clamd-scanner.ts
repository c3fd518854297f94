import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { Logger } from '@nestjs/common';
import { DomainError } from '../../common/problems/domain-error.ts';
import { VirusScanner } from './virus-scanner.ts';

/** How long it may say nothing, while it takes a content and then looks at it. */
const SILENCE_MS = 60_000;
/** Longer words it does not have; what sends more is no clamd. */
const ANSWER_MAX = 1_024;

/** Where a clamd listens: at an address, or at a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Asks a clamd by INSTREAM: the content in pieces, each after its length (four bytes), and an empty one at the end. */
export class ClamdScanner extends VirusScanner {
  private readonly logger = new Logger(ClamdScanner.name);
  private readonly address: ClamdAddress;

  constructor(address: ClamdAddress) {
    super();
    this.address = address;
  }

  override async *scanned(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const socket = connect({ ...this.address, timeout: SILENCE_MS });
    const answer = answerOf(socket);
    try {
      socket.write('zINSTREAM\0');
      for await (const chunk of content) {
        if (chunk.length > 0) await this.give(socket, chunk, answer);
        yield chunk;
      }
      socket.write(lengthOf(0));
      this.judge(await answer);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      // It may have said why it hung up.
      socket.destroy();
      const said = await answer.catch(() => null);
      if (said !== null) this.judge(said);
      throw this.notScanned(error);
    } finally {
      socket.destroy();
    }
  }

  /** Waits until it has room for more; it may have something to say before it has everything. */
  private async give(socket: Socket, chunk: Buffer, answer: Promise<string>): Promise<void> {
    socket.write(lengthOf(chunk.length));
    if (socket.write(chunk)) return;
    const early = await Promise.race([once(socket, 'drain').then(() => null), answer]);
    if (early !== null) this.judge(early);
  }

  private judge(answer: string): void {
    if (answer === 'stream: OK') return;
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found !== undefined) {
      this.logger.warn({ found }, 'A file was refused');
      throw new DomainError('attachment_infected', 'The virus scanner found something in this file.');
    }
    if (/size limit exceeded/i.test(answer)) {
      throw new DomainError('attachment_too_large', 'The virus scanner takes no file of this size.');
    }
    throw this.notScanned(new Error(`clamd answered "${answer}"`));
  }

  private notScanned(error: unknown): DomainError {
    this.logger.error({ err: error }, 'No file can be scanned');
    return new DomainError('attachment_not_scanned', 'The virus scanner cannot be asked. Please try again later.');
  }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** What it says, once it has said it; nobody has to hear of its failure. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.includes('\0')) resolve(said.split('\0', 1)[0] ?? '');
      else if (said.length > ANSWER_MAX) reject(new Error('clamd says too much'));
    });
    socket.once('timeout', () => socket.destroy(new Error('clamd says nothing')));
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('clamd hung up'));
    });
  });
  answer.catch(() => undefined);
  return answer;
}
