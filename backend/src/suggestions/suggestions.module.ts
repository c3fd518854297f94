import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SuggestionLedger } from './suggestion-ledger.service.ts';
import { SuggestionLogRepository } from './suggestion-log.repository.ts';
import { SuggestionLog } from './suggestion-log.service.ts';
import { StoredSuggestionRepository } from './stored-suggestion.repository.ts';
import { SuggestionEntity } from './suggestion.entity.ts';
import { SuggestionRepository } from './suggestion.repository.ts';
import { StoredSuggestions } from './stored-suggestions.service.ts';

/** What was suggested for tickets, and what became of it. */
@Module({
  imports: [TypeOrmModule.forFeature([SuggestionEntity])],
  providers: [
    SuggestionLedger,
    SuggestionRepository,
    SuggestionLog,
    SuggestionLogRepository,
    StoredSuggestionRepository,
    StoredSuggestions,
  ],
  exports: [SuggestionLedger, SuggestionLog, StoredSuggestions],
})
export class SuggestionsModule {}
