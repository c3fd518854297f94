import type { Readable } from 'node:stream';
import { DomainError } from '../../common/problems/domain-error.ts';
import type { ByteRange } from '../domain/byte-range.ts';

/**
 * Keeps contents under the ids of attachments, and never holds a whole one in memory. What the storage itself cannot do is a
 * `StorageFailure`.
 */
export interface AttachmentStorage {
  /** Keeps a content; should that come to an end with an error, it fails with that, and what it has kept may be there. */
  write(id: string, content: AsyncIterable<Buffer>): Promise<void>;

  /**
   * Keeps what is there under one id under another one too, without bringing it through the process where the storage can. Whoever
   * calls it sees to it that the first one does not go meanwhile.
   */
  copy(from: string, to: string): Promise<void>;

  /** A part of a content. It breaks off when there is less than that. */
  read(id: string, range: ByteRange): Promise<Readable>;

  /** Forgets a content, or what is there of it; one that is not there is no mistake. */
  remove(id: string): Promise<void>;
}

/** A storage that is away, full, or set up wrongly. */
export class StorageFailure extends DomainError {
  constructor(cause: unknown) {
    super('attachment_storage_unavailable', 'Please try again later.');
    this.cause = cause;
  }
}

/** What a storage fails with: what was wrong with the content is told as it is. */
export function storageFailure(error: unknown): DomainError {
  return error instanceof DomainError ? error : new StorageFailure(error);
}
