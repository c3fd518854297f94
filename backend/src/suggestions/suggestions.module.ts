import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SuggestionLedger } from './suggestion-ledger.service.ts';
import { SuggestionLogRepository } from './suggestion-log.repository.ts';
import { SuggestionLog } from './suggestion-log.service.ts';
import { SuggestionEntity } from './suggestion.entity.ts';
import { SuggestionRepository } from './suggestion.repository.ts';

/** What was suggested for tickets, and what became of it. */
@Module({
  imports: [TypeOrmModule.forFeature([SuggestionEntity])],
  providers: [SuggestionLedger, SuggestionRepository, SuggestionLog, SuggestionLogRepository],
  exports: [SuggestionLedger, SuggestionLog],
})
export class SuggestionsModule {}
