import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { LearningModule } from '../learning/learning.module.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { BulkRunBatchEntity } from './bulk/bulk-run-batch.entity.ts';
import { BulkRunFailureEntity } from './bulk/bulk-run-failure.entity.ts';
import { BulkRunEntity } from './bulk/bulk-run.entity.ts';
import { BulkRunsController } from './bulk/bulk-runs.controller.ts';
import { BulkEditor } from './bulk/bulk-editor.service.ts';
import { BulkProgressRepository } from './bulk/bulk-progress.repository.ts';
import { BulkRemover } from './bulk/bulk-remover.service.ts';
import { BulkRunLauncher } from './bulk/bulk-run-launcher.service.ts';
import { BulkRunRescue } from './bulk/bulk-run-rescue.service.ts';
import { BulkRunWorker } from './bulk/bulk-run-worker.service.ts';
import { BulkRunRepository } from './bulk/bulk-run.repository.ts';
import { BulkRunsService } from './bulk/bulk-runs.service.ts';
import { BulkSelectionRepository } from './bulk/bulk-selection.repository.ts';
import { BulkSelections } from './bulk/bulk-selections.service.ts';
import { HandOver } from './hand-over.service.ts';
import { CustomerIdempotencyKeyEntity } from './customer-idempotency-key.entity.ts';
import { IdempotencyKeyEntity } from './idempotency-key.entity.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';
import { Idempotency } from './idempotency.service.ts';
import { ExportTurns } from './export-turns.service.ts';
import { SearchTurns } from './search-turns.service.ts';
import { SearchWordsRepository } from './search-words.repository.ts';
import { SearchWords } from './search-words.service.ts';
import { WordShares } from './word-shares.service.ts';
import { TicketNewsRepository } from './news/ticket-news.repository.ts';
import { TicketNewsService } from './news/ticket-news.service.ts';
import { SimilarTicketsController } from './similar/similar-tickets.controller.ts';
import { SimilarTicketsRepository } from './similar/similar-tickets.repository.ts';
import { SimilarTickets } from './similar/similar-tickets.service.ts';
import { WordCountRepository } from './similar/word-count.repository.ts';
import { WordCounting } from './similar/word-counting.service.ts';
import { TicketAdminService } from './ticket-admin.service.ts';
import { PendingTickets } from './pending-tickets.service.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketCreation } from './ticket-creation.service.ts';
import { TicketDetails } from './ticket-details.service.ts';
import { TicketDuplicates } from './ticket-duplicates.service.ts';
import { TicketEdits } from './ticket-edits.service.ts';
import { TicketEventEntity } from './ticket-event.entity.ts';
import { TicketExport } from './ticket-export.service.ts';
import { TicketExportController } from './ticket-export.controller.ts';
import { TicketFollowerEntity } from './ticket-follower.entity.ts';
import { TicketHistoryRepository } from './ticket-history.repository.ts';
import { TicketHousekeeping } from './ticket-housekeeping.service.ts';
import { TicketIntake } from './ticket-intake.service.ts';
import { TicketMessages } from './ticket-messages.service.ts';
import { TicketListRepository } from './ticket-list.repository.ts';
import { TicketSearchRepository } from './ticket-search.repository.ts';
import { TicketSearches } from './ticket-search.service.ts';
import { MatchingMessages } from './matches/matching-messages.repository.ts';
import { TicketMatches } from './matches/ticket-matches.service.ts';
import { TicketListService } from './ticket-list.service.ts';
import { TicketViewsController } from './ticket-views.controller.ts';
import { TicketViewsRepository } from './ticket-views.repository.ts';
import { TicketViewsService } from './ticket-views.service.ts';
import { TicketWorkload } from './ticket-workload.repository.ts';
import { TicketWalk } from './ticket-walk.service.ts';
import { TicketWriter } from './ticket-writer.repository.ts';
import { TicketEntity } from './ticket.entity.ts';
import { TicketRepository } from './ticket.repository.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsService } from './tickets.service.ts';
import { TicketFollowersController } from './followers/ticket-followers.controller.ts';
import { TicketFollowers } from './followers/ticket-followers.service.ts';
import { RequesterTicketsController } from './requesters/requester-tickets.controller.ts';
import { RequesterTicketsRepository } from './requesters/requester-tickets.repository.ts';
import { RequesterTickets } from './requesters/requester-tickets.service.ts';
import { LaterSuggestionEntity } from './later/later-suggestion.entity.ts';
import { LaterSuggestionRepository } from './later/later-suggestion.repository.ts';
import { LaterSuggestionsController } from './later/later-suggestions.controller.ts';
import { LaterSuggestions } from './later/later-suggestions.service.ts';
import { RedactionEntity } from './redaction/redaction.entity.ts';
import { RedactionRepository } from './redaction/redaction.repository.ts';
import { TicketRedaction } from './redaction/ticket-redaction.service.ts';
import { TriageDrawController } from './triage/triage-draw.controller.ts';
import { TriageDrawRepository } from './triage/triage-draw.repository.ts';
import { TriageDraw } from './triage/triage-draw.service.ts';
import { CountedWords } from './similar/counted-words.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BulkRunBatchEntity,
      BulkRunEntity,
      BulkRunFailureEntity,
      IdempotencyKeyEntity,
      CustomerIdempotencyKeyEntity,
      LaterSuggestionEntity,
      RedactionEntity,
      TicketEntity,
      TicketEventEntity,
      TicketFollowerEntity,
    ]),
    AuditModule,
    CategoriesModule,
    ContactsModule,
    LearningModule,
    SuggestionsModule,
    UsersModule,
  ],
  controllers: [
    TicketExportController,
    SimilarTicketsController,
    TriageDrawController,
    TicketsController,
    TicketViewsController,
    BulkRunsController,
    RequesterTicketsController,
    TicketFollowersController,
    LaterSuggestionsController,
  ],
  providers: [
    CountedWords,
    LaterSuggestionRepository,
    LaterSuggestions,
    RedactionRepository,
    TicketRedaction,
    TicketsService,
    TicketFollowers,
    TicketIntake,
    TicketMessages,
    TicketListService,
    MatchingMessages,
    TicketMatches,
    TicketViewsService,
    TicketAdminService,
    TicketChoices,
    TicketCreation,
    TicketDetails,
    TicketDuplicates,
    TicketEdits,
    PendingTickets,
    TriageDraw,
    TriageDrawRepository,
    Idempotency,
    TicketHousekeeping,
    SearchWords,
    SearchWordsRepository,
    HandOver,
    TicketWorkload,
    BulkRunsService,
    BulkRunLauncher,
    BulkSelections,
    BulkRunWorker,
    BulkRunRescue,
    BulkEditor,
    BulkRemover,
    BulkRunRepository,
    BulkSelectionRepository,
    BulkProgressRepository,
    TicketRepository,
    TicketWriter,
    TicketHistoryRepository,
    TicketListRepository,
    TicketViewsRepository,
    TicketSearches,
    TicketSearchRepository,
    SearchTurns,
    WordShares,
    SimilarTickets,
    SimilarTicketsRepository,
    WordCounting,
    WordCountRepository,
    TicketWalk,
    TicketExport,
    ExportTurns,
    IdempotencyKeyRepository,
    TicketNewsService,
    TicketNewsRepository,
    RequesterTickets,
    RequesterTicketsRepository,
  ],
  exports: [
    LaterSuggestions,
    TicketFollowers,
    PendingTickets,
    SimilarTickets,
    TicketCreation,
    TicketChoices,
    TicketDetails,
    Idempotency,
    TicketMessages,
    TicketNewsService,
    TicketRedaction,
    TicketsService,
    TicketListService,
    TicketAdminService,
    BulkRunsService,
    HandOver,
  ],
})
export class TicketsModule {}
