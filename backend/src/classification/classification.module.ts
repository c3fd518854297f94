import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.ts';
import { Settings } from '../config/settings.ts';
import { ActiveModel } from '../learning/active-model.service.ts';
import { LearningModule } from '../learning/learning.module.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { ClassificationController } from './classification.controller.ts';
import { ClassificationService } from './classification.service.ts';
import { LlmReportService } from './llm-report.service.ts';
import { PendingSuggestions } from './pending-suggestions.service.ts';
import { SUGGESTER_CHAIN, type SuggesterChain } from './suggester.ts';
import { LocalSuggester } from './suggesters/local.suggester.ts';
import { suggesterChain } from './suggesters/suggester-chain.ts';

@Module({
  imports: [CategoriesModule, LearningModule, SuggestionsModule, TicketsModule],
  controllers: [ClassificationController],
  providers: [
    {
      provide: SUGGESTER_CHAIN,
      inject: [Settings, ActiveModel],
      useFactory: (settings: Settings, models: ActiveModel): SuggesterChain =>
        suggesterChain(settings, new LocalSuggester(models)),
    },
    ClassificationService,
    LlmReportService,
    PendingSuggestions,
  ],
  exports: [ClassificationService, LlmReportService],
})
export class ClassificationModule {}
