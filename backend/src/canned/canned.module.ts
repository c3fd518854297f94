import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { CannedAnswerEntity } from './canned-answer.entity.ts';
import { CannedAnswerRepository } from './canned-answer.repository.ts';
import { CannedAnswersController } from './canned-answers.controller.ts';
import { CannedAnswers } from './canned-answers.service.ts';

/** Answers that are written once and given often. */
@Module({
  imports: [TypeOrmModule.forFeature([CannedAnswerEntity]), TicketsModule],
  controllers: [CannedAnswersController],
  providers: [CannedAnswerRepository, CannedAnswers],
})
export class CannedModule {}
