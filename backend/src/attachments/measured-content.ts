import { createHash } from 'node:crypto';
import type { Measurement } from './domain/attachment.ts';
import { TELLING_BYTES, contentType } from './content-type.ts';

/** A content that is measured while somebody reads it, once. */
export class MeasuredContent implements AsyncIterable<Buffer> {
  private readonly content: AsyncIterable<Buffer>;
  private readonly hash = createHash('sha256');
  private beginning = Buffer.alloc(0);
  private size = 0;

  constructor(content: AsyncIterable<Buffer>) {
    this.content = content;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const chunk of this.content) {
      this.hash.update(chunk);
      this.size += chunk.length;
      const missing = TELLING_BYTES - this.beginning.length;
      if (missing > 0) this.beginning = Buffer.concat([this.beginning, chunk.subarray(0, missing)]);
      yield chunk;
    }
  }

  /** What was found out, once all was read. */
  async measured(): Promise<Measurement> {
    return { type: await contentType(this.beginning), size: this.size, sha256: this.hash.digest('hex') };
  }
}
