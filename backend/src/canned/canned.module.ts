import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { CannedAnswerEntity } from './canned-answer.entity.ts';
import { CannedAnswerRepository } from './canned-answer.repository.ts';
import { CannedAnswersController } from './canned-answers.controller.ts';
import { CannedAnswers } from './canned-answers.service.ts';
import { CannedFileEntity } from './canned-file.entity.ts';
import { CannedFileRepository } from './canned-file.repository.ts';
import { CannedFiles } from './canned-files.service.ts';
import { CannedHousekeeping } from './canned-housekeeping.service.ts';

/** Answers that are written once and given often. */
@Module({
  imports: [TypeOrmModule.forFeature([CannedAnswerEntity, CannedFileEntity]), AttachmentsModule, TicketsModule],
  controllers: [CannedAnswersController],
  providers: [CannedAnswerRepository, CannedAnswers, CannedFileRepository, CannedFiles, CannedHousekeeping],
})
export class CannedModule {}
