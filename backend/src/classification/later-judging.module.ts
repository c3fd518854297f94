import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { ClassificationModule } from './classification.module.ts';
import { LaterJudging } from './later-judging.service.ts';

/** Judges what customers write in conversations. */
@Module({ imports: [ClassificationModule, ConversationModule, TicketsModule], providers: [LaterJudging] })
export class LaterJudgingModule {}
