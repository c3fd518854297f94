import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { Settings } from '../config/settings.ts';
import { ActiveModel } from '../learning/active-model.service.ts';
import { LearningModule } from '../learning/learning.module.ts';
import { DeskSettings } from '../suggestions/desk-settings.service.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { BreakerMetrics } from './breaker-metrics.ts';
import { ClassificationController } from './classification.controller.ts';
import { ClassificationService } from './classification.service.ts';
import { LlmBudget } from './llm/llm-budget.service.ts';
import { LlmDeskService } from './llm/llm-desk.service.ts';
import { LlmReportService } from './llm-report.service.ts';
import { MaskingPreview } from './masking/masking-preview.service.ts';
import { NearestConfirmed } from './memory/nearest-confirmed.service.ts';
import { NearestSearch } from './memory/nearest-search.service.ts';
import { ToldNearest } from './memory/told-nearest.service.ts';
import { LocalSuggester } from './providers/local/local.suggester.ts';
import { PendingSuggestions } from './pending-suggestions.service.ts';
import { LlmReplay } from './replay/llm-replay.service.ts';
import { ReplayCosts } from './replay/replay-cost.service.ts';
import { ReplayPlans } from './replay/replay-plans.service.ts';
import { ReplayProgressRepository } from './replay/replay-progress.repository.ts';
import { ReplayTicketEntity } from './replay/replay-ticket.entity.ts';
import { ReplayWorker } from './replay/replay-worker.service.ts';
import { ReplayEntity } from './replay/replay.entity.ts';
import { ReplayRepository } from './replay/replay.repository.ts';
import { Replays } from './replay/replays.service.ts';
import { SuggestedBeside } from './suggested-beside.service.ts';
import { SUGGESTER_CHAIN, type SuggesterChain } from './suggester.ts';
import { SuggesterOutcomes } from './suggester-outcomes.service.ts';
import { SuggestionTrials } from './suggestion-trials.service.ts';
import { suggesterChain } from './suggesters/suggester-chain.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReplayEntity, ReplayTicketEntity]),
    AuditModule,
    CategoriesModule,
    LearningModule,
    SuggestionsModule,
    TicketsModule,
  ],
  controllers: [ClassificationController],
  providers: [
    {
      provide: SUGGESTER_CHAIN,
      inject: [Settings, ActiveModel, DeskSettings, LlmDeskService],
      useFactory: (
        { llm }: Settings,
        models: ActiveModel,
        desk: DeskSettings,
        llmDesk: LlmDeskService,
      ): SuggesterChain => {
        const thresholds = async () => {
          const { categoryThreshold, priorityThreshold } = await desk.current();
          return { category: categoryThreshold, priority: priorityThreshold };
        };
        const standsIn = async () => (await desk.current()).fallback === 'local';
        return suggesterChain(llm, { suggester: new LocalSuggester(models, thresholds), standsIn }, llmDesk);
      },
    },
    BreakerMetrics,
    ClassificationService,
    LlmBudget,
    LlmDeskService,
    LlmReplay,
    LlmReportService,
    MaskingPreview,
    NearestConfirmed,
    NearestSearch,
    ToldNearest,
    PendingSuggestions,
    ReplayCosts,
    ReplayPlans,
    ReplayProgressRepository,
    ReplayRepository,
    ReplayWorker,
    Replays,
    SuggesterOutcomes,
    SuggestionTrials,
    SuggestedBeside,
  ],
  exports: [Replays, SuggestionTrials, ClassificationService, LlmReportService, LlmBudget, MaskingPreview, ToldNearest],
})
export class ClassificationModule {}
