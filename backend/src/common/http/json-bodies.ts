import { MIMEType } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problems/domain-error.ts';
import { brokenField } from '../validation/broken-text.ts';

const UPLOADS: readonly (string | undefined)[] = ['/api/attachments', '/api/portal/attachments'];

/**
 * Has bodies read as JSON and, but for uploads of files, as nothing else, from UTF-8 or from the charset that their Content-Type names. A mark of the
 * byte order at the beginning is no part of the text. Bytes that the charset does not have are refused, and so are halves
 * of characters among escapes, so that nothing is stored in place of what was meant.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = decode(body, charsetOf(request.headers['content-type'] ?? ''));
      void parseJson(request, text, (error, value: unknown) => {
        done(error ?? brokenText(text, value), value);
      });
    } catch (error) {
      done(error as Error);
    }
  });
  // Read by whoever takes the file, and only when the caller may send one.
  fastify.addContentTypeParser('multipart/form-data', ({ routeOptions: { url } }, _payload, done) => {
    done(
      UPLOADS.includes(url) ? null : new DomainError('unsupported_media_type', 'A form is taken for uploads alone.'),
    );
  });
}

function charsetOf(contentType: string): string {
  try {
    return new MIMEType(contentType).params.get('charset') ?? 'utf-8';
  } catch {
    throw new DomainError('unsupported_media_type', 'The header Content-Type cannot be read.');
  }
}

/** @throws DomainError for a charset that is not known, and for bytes that it does not have. */
function decode(body: Buffer, charset: string): string {
  const decoder = decoderOf(charset);
  try {
    return decoder.decode(body);
  } catch {
    throw new DomainError('malformed_text', `The body holds bytes that do not belong to ${charset.toUpperCase()}.`);
  }
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    throw new DomainError('unsupported_media_type', 'The charset of the body is not known; send UTF-8.');
  }
}

/** What is wrong with halves of characters, which JSON can write as escapes and nothing can store; null when there are none. */
function brokenText(json: string, value: unknown): DomainError | null {
  const field = /\\u[dD][89a-fA-F]/.test(json) ? brokenField(value) : null;
  if (field === null) return null;
  const message = 'Half of a surrogate pair is no character.';
  return new DomainError('malformed_text', `The body holds half of a surrogate pair in ${field}.`, [
    { field, code: 'invalid_characters', message },
  ]);
}
