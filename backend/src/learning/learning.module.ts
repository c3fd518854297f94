import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ActiveModel } from './active-model.service.ts';
import { ConfirmedTickets } from './confirmed-tickets.service.ts';
import { AutomaticApplication } from './automatic-application.service.ts';
import { AutomaticCategoryEntity } from './automatic-category.entity.ts';
import { AutomaticCategoryRepository } from './automatic-category.repository.ts';
import { AutomaticWatch } from './automatic-watch.service.ts';
import { ConfirmedTicketsRepository } from './confirmed-tickets.repository.ts';
import { KeptCategoryEntity } from './kept-category.entity.ts';
import { LearningBasis } from './learning-basis.service.ts';
import { LexiconTrial } from './lexicon-trial.service.ts';
import { LexiconEntity } from './lexicon.entity.ts';
import { LexiconRepository } from './lexicon.repository.ts';
import { Lexicon } from './lexicon.service.ts';
import { ModelPromotion } from './model-promotion.service.ts';
import { ModelRefitWorker } from './model-refit-worker.service.ts';
import { ModelRefit } from './model-refit.service.ts';
import { ModelEntity } from './model.entity.ts';
import { ModelRepository } from './model.repository.ts';
import { Models } from './models.service.ts';
import { LocalReplay } from './replay/local-replay.service.ts';
import { SuggestionShowing } from './suggestion-showing.service.ts';
import { SuspectEntity } from './suspect.entity.ts';
import { SuspectRepository } from './suspect.repository.ts';
import { Suspects } from './suspects.service.ts';
import { TrackRecordRepository } from './track-record.repository.ts';
import { TrackRecords } from './track-records.service.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { LearnedWords } from './learned-words.service.ts';

/** What the desk learns from decided tickets. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AutomaticCategoryEntity, KeptCategoryEntity, LexiconEntity, ModelEntity, SuspectEntity]),
    AuditModule,
    CategoriesModule,
    SuggestionsModule,
  ],
  providers: [
    LearnedWords,
    SuggestionShowing,
    TrackRecords,
    TrackRecordRepository,
    ActiveModel,
    ConfirmedTickets,
    AutomaticApplication,
    AutomaticCategoryRepository,
    AutomaticWatch,
    ConfirmedTicketsRepository,
    LearningBasis,
    Lexicon,
    LexiconRepository,
    LexiconTrial,
    LocalReplay,
    ModelPromotion,
    ModelRefit,
    ModelRefitWorker,
    ModelRepository,
    Models,
    SuspectRepository,
    Suspects,
  ],
  exports: [
    SuggestionShowing,
    ActiveModel,
    AutomaticApplication,
    ConfirmedTickets,
    Lexicon,
    LexiconTrial,
    LocalReplay,
    Models,
    Suspects,
  ],
})
export class LearningModule {}
