import { Readable } from 'node:stream';
import type { Caller } from '../auth/domain/caller.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import { AttachmentThumbnails } from './attachment-thumbnails.service.ts';

const caller = {} as Caller;

describe('small pictures', () => {
  let reads: { readonly id: string; readonly end: () => void }[];
  let thumbnails: AttachmentThumbnails;

  beforeEach(() => {
    reads = [];
    const kept = new Map<string, Buffer>();
    thumbnails = new AttachmentThumbnails(
      { readable: (id: string) => Promise.resolve({ id, type: 'image/png', size: 1 }) } as never,
      {
        thumbnail: (id: string) => Promise.resolve(kept.get(id) ?? null),
        keepThumbnail: (id: string, made: Buffer) => Promise.resolve(void kept.set(id, made)),
      } as never,
      {
        read: ({ id }: { id: string }) => {
          const content = new Readable({ read: () => undefined });
          reads.push({ id, end: () => content.push(null) });
          return Promise.resolve(content);
        },
      } as never,
    );
  });

  it('are made one at a time, each once however many ask, and no more wait than may', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `file ${String(n)}`);
    const asked = Promise.allSettled([...ids, 'file 0', 'file 49'].map((id) => thumbnails.of(id, caller)));
    await until(() => reads.length === 1);
    await expect(thumbnails.of('one more', caller)).rejects.toBeInstanceOf(TooManyRequests);
    for (let n = 0; n < ids.length; n += 1) {
      await until(() => reads.length === n + 1);
      reads[n]!.end();
    }
    await asked;
    expect(reads.map(({ id }) => id)).toEqual(ids);
    const later = thumbnails.of('one more', caller);
    await until(() => reads.length === 51);
    reads[50]!.end();
    await expect(later).rejects.toMatchObject({ code: 'thumbnail_not_found' });
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}
