import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentDownloads } from './attachment-downloads.service.ts';
import { AttachmentHolders } from './attachment-holders.ts';
import { AttachmentHousekeeping } from './attachment-housekeeping.service.ts';
import { AttachmentIntake } from './attachment-intake.service.ts';
import { AttachmentRemoval } from './attachment-removal.service.ts';
import { AttachmentThumbnails } from './attachment-thumbnails.service.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { Attachments } from './attachments.service.ts';
import { MessageFiles } from './message-files.service.ts';
import { ClamdScanner } from './scanning/clamd-scanner.ts';
import { NoScanner, VirusScanner } from './scanning/virus-scanner.ts';
import { AttachmentChunkEntity } from './storage/attachment-chunk.entity.ts';
import { AttachmentStorages } from './storage/attachment-storages.ts';
import { DatabaseStorage } from './storage/database-storage.repository.ts';
import { AttachmentWords } from './attachment-words.service.ts';

const SCANNER = {
  provide: VirusScanner,
  inject: [Settings],
  useFactory: ({ attachments: { clamd } }: Settings): VirusScanner =>
    clamd === null ? new NoScanner() : new ClamdScanner(clamd),
};

/** Files that come with messages: taken in, kept, given back and removed. */
@Module({
  imports: [TypeOrmModule.forFeature([AttachmentEntity, AttachmentChunkEntity]), TicketsModule],
  controllers: [AttachmentsController],
  providers: [
    AttachmentWords,
    Attachments,
    AttachmentIntake,
    AttachmentContents,
    AttachmentDownloads,
    AttachmentThumbnails,
    AttachmentRemoval,
    AttachmentHolders,
    AttachmentHousekeeping,
    AttachmentRepository,
    AttachmentStorages,
    MessageFiles,
    DatabaseStorage,
    SCANNER,
  ],
  exports: [Attachments, AttachmentDownloads, MessageFiles, AttachmentIntake, AttachmentHolders, AttachmentRemoval],
})
export class AttachmentsModule {}
