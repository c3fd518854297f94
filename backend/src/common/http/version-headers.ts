import type { FastifyReply } from 'fastify';
import { entityTag } from './entity-tag.ts';

/** How the API's document describes the headers of something that has versions. */
export interface VersionHeaders {
  /** Of an answer that tells of it. */
  readonly ETAG: { readonly ETag: { readonly schema: { readonly type: 'string' }; readonly description: string } };
  /** Of a request that changes it. */
  readonly IF_MATCH: { readonly name: string; readonly required: boolean; readonly description: string };
}

/** Those of `thing`, like "the ticket", which sentences go on to call it or them. */
export function versionHeaders(thing: string, pronoun: 'it' | 'them' = 'it'): VersionHeaders {
  const description = `The version of ${thing}, for If-Match. Like \`"2"\`.`;
  return {
    ETAG: { ETag: { schema: { type: 'string' }, description } },
    IF_MATCH: {
      ...{ name: 'If-Match', required: false },
      description: `The ETag of ${thing} as you read ${pronoun}, like \`"2"\`.`,
    },
  };
}

/** Says in an answer at which version that is what it tells of. */
export function tellVersion(reply: FastifyReply, { version }: { readonly version: number }): void {
  void reply.header('etag', entityTag(version));
}
