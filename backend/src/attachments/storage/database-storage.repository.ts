import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ByteRange } from '../domain/byte-range.ts';
import type { AttachmentStorage } from './attachment-storage.ts';
import { inPieces } from './in-pieces.ts';

/** Never change it: it says where in a content a chunk begins. */
const CHUNK_BYTES = 256 * 1024;
/** So many chunks are copied by one statement: it has an end whatever the size. */
const COPIED_AT_ONCE = 64;

/** Keeps contents in the database, in chunks, of which a process holds one at a time. */
@Injectable()
export class DatabaseStorage implements AttachmentStorage {
  constructor(private readonly dataSource: DataSource) {}

  async write(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    let position = 0;
    for await (const chunk of inPieces(content, CHUNK_BYTES)) {
      await this.dataSource.query(
        'INSERT INTO attachment_chunks (attachment_id, position, content) VALUES ($1, $2, $3)',
        [id, position, chunk],
      );
      position += 1;
    }
  }

  async copy(from: string, to: string): Promise<void> {
    for (let at = 0; ; at += COPIED_AT_ONCE) {
      const copied: unknown[] = await this.dataSource.query(
        `INSERT INTO attachment_chunks (attachment_id, position, content)
         SELECT $2, position, content FROM attachment_chunks WHERE attachment_id = $1 AND position >= $3 AND position < $4
         RETURNING position`,
        [from, to, at, at + COPIED_AT_ONCE],
      );
      if (copied.length < COPIED_AT_ONCE) return;
    }
  }

  read(id: string, range: ByteRange): Promise<Readable> {
    return Promise.resolve(Readable.from(this.chunks(id, range), { objectMode: false }));
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM attachment_chunks WHERE attachment_id = $1', [id]);
  }

  private async *chunks(id: string, { first, last }: ByteRange): AsyncGenerator<Buffer> {
    for (let at = first; at <= last;) {
      const [position, from] = [Math.floor(at / CHUNK_BYTES), at % CHUNK_BYTES];
      const rows: { content: Buffer }[] = await this.dataSource.query(
        'SELECT content FROM attachment_chunks WHERE attachment_id = $1 AND position = $2',
        [id, position],
      );
      const piece = rows[0]?.content.subarray(from, from + last - at + 1);
      if (!piece?.length) throw new Error(`Attachment ${id} ends too early`);
      yield piece;
      at += piece.length;
    }
  }
}
