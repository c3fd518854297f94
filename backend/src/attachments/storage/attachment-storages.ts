import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.ts';
import type { StorageKind } from '../domain/attachment.ts';
import { type AttachmentStorage, StorageFailure } from './attachment-storage.ts';
import { DatabaseStorage } from './database-storage.repository.ts';
import { FolderStorage } from './folder-storage.ts';
import { S3Storage } from './s3-storage.ts';

/** The storages of the desk. What was kept in another one than the desk uses now is read there as long as it is set up. */
@Injectable()
export class AttachmentStorages {
  /** Where new contents go. */
  readonly used: StorageKind;
  private readonly storages: Readonly<Record<StorageKind, AttachmentStorage | null>>;

  constructor({ attachments: { storage, folder, s3 } }: Settings, database: DatabaseStorage) {
    this.used = storage;
    this.storages = {
      database,
      folder: folder === null ? null : new FolderStorage(folder),
      s3: s3 === null ? null : new S3Storage(s3),
    };
  }

  /** @throws StorageFailure when it is not set up (any more). */
  of(kind: StorageKind): AttachmentStorage {
    const storage = this.storages[kind];
    if (!storage) throw new StorageFailure(new Error(`There are attachments in "${kind}", which is not set up`));
    return storage;
  }
}
