import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';

/** The last entry of a whole archive; it says how many came before. */
export const END = 'end';

/** Zeros for what a file has lost since its size was written down. */
const NOTHING = Buffer.alloc(65_536);

/**
 * A tar archive compressed by Zstandard, with a checksum over all. It lies beside its place until it is whole and on the
 * disk, and only its owner may read it.
 */
export class ArchiveWriter {
  readonly #tar: Pack = pack();
  readonly #file: string;
  readonly #draft: string;
  readonly #output: WriteStream;
  readonly #written: Promise<void>;
  #failure: Error | null = null;
  #entries = 0;
  #bytes = 0;

  constructor(file: string) {
    this.#file = file;
    this.#draft = `${file}.${String(process.pid)}.part`;
    this.#output = createWriteStream(this.#draft, { flags: 'wx', mode: 0o600, flush: true });
    const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const tar = this.#tar;
    this.#written = pipeline(
      async function* () {
        yield* tar as AsyncIterable<Buffer>;
      },
      compress,
      this.#output,
    );
    // Told to whoever adds an entry, or closes the archive.
    this.#written.catch((error: unknown) => {
      this.#failure = error as Error;
      tar.destroy(this.#failure);
    });
  }

  /** What went in so far, in entries and in bytes before compression. */
  get contents(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#entries, bytes: this.#bytes };
  }

  async addFolder(name: string): Promise<void> {
    await this.#add({ name, type: 'directory', mode: 0o700, size: 0 }, () => Promise.resolve());
  }

  async addText(name: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    await this.#add({ name, mode: 0o600, size: content.length }, (write) => write(content));
  }

  /** Adds a file as long as it is now, however it may grow or shrink meanwhile. One that is gone is left out. */
  async addFile(name: string, path: string): Promise<void> {
    const source = await open(path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (source === null) return;
    try {
      const { size } = await source.stat();
      await this.#add({ name, mode: 0o600, size }, async (write) => {
        let left = size;
        if (size > 0) {
          for await (const chunk of source.createReadStream({
            end: size - 1,
            autoClose: false,
            highWaterMark: 262_144,
          })) {
            await write(chunk as Buffer);
            left -= (chunk as Buffer).length;
          }
        }
        for (; left > 0; left -= NOTHING.length) await write(NOTHING.subarray(0, left));
      });
    } finally {
      await source.close();
    }
  }

  /** Ends the archive and puts it in its place; gives its size in bytes. */
  async close(): Promise<number> {
    await this.addText(END, String(this.#entries));
    this.#tar.finalize();
    await this.#written;
    await rename(this.#draft, this.#file);
    return this.#output.bytesWritten;
  }

  /** Gives up: nothing of it stays. Harmless once it is closed. */
  async discard(): Promise<void> {
    this.#tar.destroy(new Error('The archive was given up.'));
    await this.#written.catch(() => undefined);
    await rm(this.#draft, { force: true });
  }

  async #add(
    header: { name: string; type?: 'directory'; mode: number; size: number },
    content: (write: (chunk: Buffer) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const added = Promise.withResolvers<void>();
    added.promise.catch(() => undefined);
    const entry = this.#tar.entry(header, (error) => (error ? added.reject(error) : added.resolve()));
    entry.on('error', () => undefined);
    try {
      await content(async (chunk) => {
        if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), added.promise]);
      });
      if (header.type !== 'directory') entry.end(null);
      await added.promise;
    } catch (error) {
      throw this.#failure ?? error;
    }
    this.#entries += 1;
    this.#bytes += header.size;
  }
}
