import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { giveTime } from '../common/problems/client-errors.ts';
import { ClientWentAway, DomainError, ValidationFailed } from '../common/problems/domain-error.ts';

/** The name of the one field. */
export const FILE_FIELD = 'file';

/** How long an upload may take, in milliseconds. */
const UPLOAD_MS = 600_000;
/** What a form may hold besides the file: boundaries and headers of parts. */
const FORM_BYTES = 16 * 1024;
const FORM_LIMITS = { files: 1, fields: 5, parts: 6, headerPairs: 20, fieldSize: 1024 };

/** A file of a form, of which nothing has been read yet. */
export interface SentFile {
  /** As the form has it. */
  readonly name: string | undefined;
  /** More bytes than that it does not have, as far as is said. */
  readonly atMost: number;
  /** To be read once. It ends well only when the whole form came and was as it should be. */
  readonly content: AsyncIterable<Buffer>;
  /** Takes what is left from the client when nobody wants it any more, so that they can be told why. */
  readonly drop: () => void;
}

/**
 * Reads a form (`multipart/form-data`, RFC 7578) up to its file, which comes in while it is read.
 *
 * @throws DomainError for what is no such form, has no file, or says that it has more than `maxBytes`.
 */
export function sentFile(request: IncomingMessage, maxBytes: number): Promise<SentFile> {
  const length = Number(request.headers['content-length'] ?? maxBytes);
  if (length > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
  const parser = parserOf(request, maxBytes);
  giveTime(request, UPLOAD_MS);
  return new Promise((resolve, reject) => {
    let fault: DomainError | null = null;
    const refuse = (error: DomainError) => (fault ??= error);
    const whole = wholeOf(request, parser);
    // What has no name is no file: so a browser sends a field in which nobody chose one.
    parser.on('field', (field) => refuse(field === FILE_FIELD ? noFile() : unknownField(field)));
    parser.on('filesLimit', () => refuse(onlyOne()));
    parser.on('file', (field, stream, name) => {
      if (field !== FILE_FIELD) {
        refuse(unknownField(field));
        stream.resume();
        return;
      }
      // The whole form tells what is wrong with it; a part says less.
      stream.on('error', () => undefined);
      whole.catch((error: unknown) => stream.destroy(error as Error));
      const content = contentOf(stream, async () => {
        if (stream.truncated) throw tooLarge(maxBytes);
        await whole;
        if (fault) throw fault;
      });
      const drop = () => {
        request.unpipe(parser);
        request.resume();
      };
      resolve({ name: unescaped(name), atMost: Math.min(length, maxBytes), content, drop });
    });
    whole.then(() => {
      reject(fault ?? noFile());
    }, reject);
    request.pipe(parser);
  });
}

export function tooLarge(maxBytes: number): DomainError {
  const most = `${String(Math.floor(maxBytes / 1024 / 1024))} MB`;
  return new DomainError('attachment_too_large', `A file may have at most ${most}.`);
}

function parserOf({ headers }: IncomingMessage, maxBytes: number): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new DomainError('form_expected', 'A file is sent in a form (multipart/form-data).');
  }
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      preservePath: true,
      limits: { ...FORM_LIMITS, fileSize: maxBytes },
    });
  } catch {
    throw new DomainError('bad_request', 'The form cannot be read: its Content-Type names no boundary.');
  }
}

/** Resolves when all of the form was read; nobody has to hear of its failure. */
function wholeOf(request: IncomingMessage, parser: BusboyInstance): Promise<void> {
  const whole = new Promise<void>((resolve, reject) => {
    parser.once('finish', resolve);
    parser.on('error', () => {
      reject(new DomainError('bad_request', 'The form cannot be read: it breaks off or is not as RFC 7578 has it.'));
    });
    request.once('close', () => {
      if (!request.complete) reject(new ClientWentAway());
    });
    request.once('error', () => {
      reject(new ClientWentAway());
    });
  });
  whole.catch(() => undefined);
  return whole;
}

async function* contentOf(stream: BusboyFileStream, check: () => Promise<void>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    await check();
    throw error;
  }
  await check();
}

/** Browsers escape in names of files what would end them. */
function unescaped(name: string | undefined): string | undefined {
  return name?.replace(/%(22|0A|0D)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function noFile(): ValidationFailed {
  return new ValidationFailed([{ field: FILE_FIELD, code: 'required', message: 'There is no file in the form.' }]);
}

function onlyOne(): ValidationFailed {
  return new ValidationFailed([{ field: FILE_FIELD, code: 'too_many', message: 'Send one file at a time.' }]);
}

function unknownField(field: string): ValidationFailed {
  const message = `There is no field “${field}” here.`;
  return new ValidationFailed([{ field, code: 'unknown_field', message }]);
}
