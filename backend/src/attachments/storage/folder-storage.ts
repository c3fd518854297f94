import { createReadStream, createWriteStream } from 'node:fs';
import { constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
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

  write(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    return this.place(id, (path) =>
      pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600, flush: true })),
    );
  }

  /** File systems that can share the bytes of both until one of them changes do so. */
  copy(from: string, to: string): Promise<void> {
    return this.place(to, async (path) => {
      await copyFile(this.path(from), path, constants.COPYFILE_FICLONE);
      await sync(path);
    });
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

  /** The file has its name once all of it is on the disk. */
  private async place(id: string, fill: (path: string) => Promise<void>): Promise<void> {
    const [path, unfinished] = [this.path(id), `${this.path(id)}.part`];
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await fill(unfinished);
      await rename(unfinished, path);
      // A name is kept once its folder is.
      await sync(dirname(path));
    } catch (error) {
      throw storageFailure(error);
    }
  }

  private path(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
