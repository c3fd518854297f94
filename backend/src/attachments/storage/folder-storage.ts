import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '../domain/byte-range.ts';
import { type AttachmentStorage, storageFailure } from './attachment-storage.ts';

/** Keeps contents as files of a folder that all processes share, 256 folders in it, under ids and not under names. */
export class FolderStorage implements AttachmentStorage {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The file has its name once all of it is on the disk. */
  async write(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    const [path, unfinished] = [this.path(id), `${this.path(id)}.part`];
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(Readable.from(content), createWriteStream(unfinished, { mode: 0o600, flush: true }));
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async read(id: string, { first, last }: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.path(id));
      return createReadStream('', { fd: file, start: first, end: last });
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async remove(id: string): Promise<void> {
    try {
      await rm(this.path(id), { force: true });
      await rm(`${this.path(id)}.part`, { force: true });
    } catch (error) {
      throw storageFailure(error);
    }
  }

  private path(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

/** A name is kept once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
