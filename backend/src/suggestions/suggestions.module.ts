import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { DeskSettingsEntity } from './desk-settings.entity.ts';
import { DeskSettingsRepository } from './desk-settings.repository.ts';
import { DeskSettingsChange } from './desk-settings-change.service.ts';
import { DeskSettings } from './desk-settings.service.ts';
import { LlmCallEntity } from './llm-call.entity.ts';
import { LlmCallRepository } from './llm-call.repository.ts';
import { LlmCalls } from './llm-calls.service.ts';
import { NearestTicketsRepository } from './nearest-tickets.repository.ts';
import { NearestTickets } from './nearest-tickets.service.ts';
import { SuggestionLedger } from './suggestion-ledger.service.ts';
import { SuggestionLogRepository } from './suggestion-log.repository.ts';
import { SuggestionLog } from './suggestion-log.service.ts';
import { StoredSuggestionRepository } from './stored-suggestion.repository.ts';
import { SuggestionEntity } from './suggestion.entity.ts';
import { SuggestionRepository } from './suggestion.repository.ts';
import { StoredSuggestions } from './stored-suggestions.service.ts';
import { SuggestionWords } from './suggestion-words.repository.ts';

/** What was suggested for tickets, and what became of it. */
@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([DeskSettingsEntity, LlmCallEntity, SuggestionEntity])],
  providers: [
    SuggestionWords,
    SuggestionLedger,
    SuggestionRepository,
    SuggestionLog,
    SuggestionLogRepository,
    StoredSuggestionRepository,
    StoredSuggestions,
    DeskSettings,
    DeskSettingsRepository,
    DeskSettingsChange,
    LlmCalls,
    LlmCallRepository,
    NearestTickets,
    NearestTicketsRepository,
  ],
  exports: [
    SuggestionLedger,
    SuggestionLog,
    StoredSuggestions,
    DeskSettings,
    DeskSettingsChange,
    LlmCalls,
    NearestTickets,
  ],
})
export class SuggestionsModule {}
