import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ClassificationModule } from '../classification/classification.module.ts';
import { HealthModule } from '../health/health.module.ts';
import { LearningModule } from '../learning/learning.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { MailTemplatesModule } from '../mail-templates/mail-templates.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { StatsModule } from '../stats/stats.module.ts';
import { SuggestionsModule } from '../suggestions/suggestions.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { AdminSectionController } from './admin-section.controller.ts';
import { AuditExport } from './audit/audit-export.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { CategoriesAdminController } from './categories/categories-admin.controller.ts';
import { CategoryVocabulary } from './categories/category-vocabulary.service.ts';
import { LexiconController } from './lexicon/lexicon.controller.ts';
import { LlmController } from './llm/llm.controller.ts';
import { MailSetupController } from './mails/mail-setup.controller.ts';
import { MailTemplatesController } from './mails/mail-templates.controller.ts';
import { MailboxesController } from './mails/mailboxes.controller.ts';
import { QuarantineController } from './mails/quarantine.controller.ts';
import { SenderController } from './mails/sender.controller.ts';
import { ModelsController } from './models/models.controller.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewService } from './overview/overview.service.ts';
import { QualityController } from './quality/quality.controller.ts';
import { NearestTicketsController } from './suggestions/nearest-tickets.controller.ts';
import { ReplaysController } from './replays/replays.controller.ts';
import { SentController } from './suggestions/sent.controller.ts';
import { AutomaticController } from './suggestions/automatic.controller.ts';
import { SuggestionSettingsController } from './suggestions/settings.controller.ts';
import { SuspectsController } from './suspects/suspects.controller.ts';
import { TicketsAdminController } from './tickets/tickets-admin.controller.ts';
import { TokensAdminController } from './tokens/tokens-admin.controller.ts';
import { People } from './users/people.service.ts';
import { UsersAdminController } from './users/users-admin.controller.ts';

/** Running the desk: use cases over the other modules' services. Every route is for admins. */
@Module({
  imports: [
    AccountsModule,
    AuditModule,
    AuthModule,
    CategoriesModule,
    ClassificationModule,
    HealthModule,
    LearningModule,
    MailAccountsModule,
    MailModule,
    MailTemplatesModule,
    StatsModule,
    SuggestionsModule,
    TicketsModule,
    UsersModule,
  ],
  controllers: [
    AdminSectionController,
    OverviewController,
    UsersAdminController,
    TokensAdminController,
    CategoriesAdminController,
    TicketsAdminController,
    AuditController,
    LexiconController,
    LlmController,
    ModelsController,
    MailSetupController,
    MailboxesController,
    SenderController,
    MailTemplatesController,
    QuarantineController,
    QualityController,
    ReplaysController,
    SentController,
    NearestTicketsController,
    SuggestionSettingsController,
    SuspectsController,
    AutomaticController,
  ],
  providers: [People, OverviewService, CategoryVocabulary, AuditExport],
})
export class AdminModule {}
