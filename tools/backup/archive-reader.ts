import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { StartError } from '../launcher/start-error.ts';
import { END } from './archive-writer.ts';

/** A file or folder in an archive: its header, and its content as a stream. */
export type ArchiveEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never;

/**
 * Reads an archive of `ArchiveWriter` entry by entry, in the order in which they were added. That all is well shows only at
 * its end: use nothing of it before this settles.
 *
 * @throws StartError when the file cannot be read, is no such archive, or is not as it was written; and whatever `take` throws.
 */
export async function readArchive(
  file: string,
  take: (entry: ArchiveEntry, index: number) => Promise<void>,
): Promise<void> {
  const tar = extract();
  const [fed, taken] = await Promise.allSettled([
    pipeline(createReadStream(file), createZstdDecompress(), tar),
    takeAll(tar, take),
  ]);
  // A damaged archive also breaks off whoever takes an entry, and who gives up breaks off the reading.
  if (taken.status === 'rejected' && isOfTheTaker(taken.reason)) throw taken.reason;
  if (fed.status === 'rejected') throw unreadable(file, fed.reason as NodeJS.ErrnoException);
  if (taken.status === 'rejected' || !taken.value) throw damaged(file);
}

/** Whether the last entry was the end, and counts as many before it as there were. */
async function takeAll(tar: AsyncIterable<ArchiveEntry>, take: (entry: ArchiveEntry, index: number) => Promise<void>) {
  let index = 0;
  let isWhole = false;
  for await (const entry of tar) {
    isWhole = entry.header.name === END && (await text(entry)) === String(index);
    if (!isWhole) await take(entry, index);
    index += 1;
  }
  return isWhole;
}

/** Refusals are sentences; what the disk of the taker says names the call that failed. */
function isOfTheTaker(reason: unknown): reason is Error {
  return reason instanceof StartError || (reason as NodeJS.ErrnoException).syscall !== undefined;
}

function unreadable(file: string, failure: NodeJS.ErrnoException): StartError {
  if (failure.syscall !== undefined) return new StartError(`${file} cannot be read (${String(failure.code)}).`);
  const isForeign = failure.code === 'ZSTD_error_prefix_unknown';
  return isForeign ? new StartError(`${file} is no backup of a desk.`) : damaged(file);
}

function damaged(file: string): StartError {
  return new StartError(`${file} is damaged or not whole; take another backup.`);
}
