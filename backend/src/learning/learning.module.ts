import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ActiveModel } from './active-model.service.ts';
import { ConfirmedTicketsRepository } from './confirmed-tickets.repository.ts';
import { ModelRefitWorker } from './model-refit-worker.service.ts';
import { ModelRefit } from './model-refit.service.ts';
import { ModelEntity } from './model.entity.ts';
import { ModelRepository } from './model.repository.ts';
import { Models } from './models.service.ts';
import { SuggestionShowing } from './suggestion-showing.service.ts';
import { TrackRecordRepository } from './track-record.repository.ts';
import { TrackRecords } from './track-records.service.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';

/** What the desk learns from decided tickets. */
@Module({
  imports: [TypeOrmModule.forFeature([ModelEntity]), AuditModule, CategoriesModule, SuggestionsModule],
  providers: [
    SuggestionShowing,
    TrackRecords,
    TrackRecordRepository,
    ActiveModel,
    ConfirmedTicketsRepository,
    ModelRefit,
    ModelRefitWorker,
    ModelRepository,
    Models,
  ],
  exports: [SuggestionShowing, ActiveModel, Models],
})
export class LearningModule {}
