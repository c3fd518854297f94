import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.ts';
import { Settings } from '../config/settings.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { ClassificationController } from './classification.controller.ts';
import { ClassificationService } from './classification.service.ts';
import { LLM_PROVIDER, type LlmProvider } from './llm-provider.ts';
import { LlmReportService } from './llm-report.service.ts';
import { CircuitBreakingProvider } from './providers/circuit-breaking.provider.ts';
import { createLlmProvider } from './suggesters/suggester-chain.ts';

@Module({
  imports: [CategoriesModule, SuggestionsModule],
  controllers: [ClassificationController],
  providers: [
    {
      provide: LLM_PROVIDER,
      inject: [Settings],
      useFactory: ({ llm }: Settings): LlmProvider => new CircuitBreakingProvider(createLlmProvider(llm)),
    },
    ClassificationService,
    LlmReportService,
  ],
  exports: [ClassificationService, LlmReportService],
})
export class ClassificationModule {}
