import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Measurement, StorageKind, StoredAttachment } from './domain/attachment.ts';
import type { ByteRange } from './domain/byte-range.ts';
import { MeasuredContent } from './measured-content.ts';
import { VirusScanner } from './scanning/virus-scanner.ts';
import { AttachmentStorages } from './storage/attachment-storages.ts';

/** The contents of attachments, of which nobody ever holds a whole one. */
@Injectable()
export class AttachmentContents {
  constructor(
    private readonly storages: AttachmentStorages,
    private readonly scanner: VirusScanner,
  ) {}

  /** Where new ones are kept. */
  get used(): StorageKind {
    return this.storages.used;
  }

  /**
   * Scans a content and keeps it, piece by piece as it comes.
   *
   * @throws DomainError `attachment_infected`, `attachment_not_scanned`, `attachment_storage_unavailable`, and what the content
   * fails with. Something of it may be kept then.
   */
  async take(id: string, content: AsyncIterable<Buffer>): Promise<Measurement> {
    const measured = new MeasuredContent(content);
    await this.storages.of(this.used).write(id, this.scanner.scanned(measured));
    return measured.measured();
  }

  /**
   * Keeps a content once more under another id, where new ones are kept. Something of it may be kept when that fails.
   *
   * @throws StorageFailure
   */
  async copy(from: StoredAttachment, to: string): Promise<void> {
    const used = this.storages.of(this.used);
    if (from.storage === this.used) await used.copy(from.id, to);
    else await used.write(to, (await this.read(from, null)) as AsyncIterable<Buffer>);
  }

  /** A part of a content, or all of it. @throws StorageFailure */
  async read({ id, storage, size }: StoredAttachment, range: ByteRange | null): Promise<Readable> {
    // Of nothing there are no ranges.
    if (size === 0) return Readable.from([], { objectMode: false });
    return this.storages.of(storage).read(id, range ?? { first: 0, last: size - 1 });
  }

  /** @throws StorageFailure */
  remove(id: string, storage: StorageKind): Promise<void> {
    return this.storages.of(storage).remove(id);
  }
}
