import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AdminModule } from './admin/admin.module.ts';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CannedModule } from './canned/canned.module.ts';
import { CategoriesModule } from './categories/categories.module.ts';
import { ClassificationModule } from './classification/classification.module.ts';
import { LaterJudgingModule } from './classification/later-judging.module.ts';
import { loggerModule } from './common/logging/logger.module.ts';
import { FailureReader } from './common/problems/failure-reader.ts';
import { ProblemFilter } from './common/problems/problem.filter.ts';
import { validationPipe } from './common/validation/validation.pipe.ts';
import { SettingsModule } from './config/settings.module.ts';
import { CONSTRAINT_MEANINGS } from './constraint-meanings.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import { DatabaseFailures } from './database/database-failures.ts';
import { DatabaseModule } from './database/database.module.ts';
import { ErasureModule } from './erasure/erasure.module.ts';
import { EventsModule } from './events/events.module.ts';
import { ConversationModule } from './conversation/conversation.module.ts';
import { ForgettingModule } from './forgetting/forgetting.module.ts';
import { HealthModule } from './health/health.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { LiveModule } from './live/live.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { MetricsModule } from './metrics/metrics.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { SendingModule } from './sending/sending.module.ts';
import { PortalModule } from './portal/portal.module.ts';
import { checkPrepared } from './setup/check-prepared.ts';
import { prepareDatabase } from './setup/prepare-database.ts';
import { StatsModule } from './stats/stats.module.ts';
import { TicketsModule } from './tickets/tickets.module.ts';
import { UsersModule } from './users/users.module.ts';

@Module({
  imports: [
    loggerModule(),
    MetricsModule,
    DatabaseModule.preparedBy((settings) => {
      const url = settings.database.directUrl.reveal();
      return settings.migratesAtStart ? prepareDatabase(url, settings) : checkPrepared(url);
    }),
    EventsModule,
    JobsModule,
    ForgettingModule,
    AuthModule,
    UsersModule,
    CategoriesModule,
    ContactsModule,
    StatsModule,
    ClassificationModule,
    TicketsModule,
    AttachmentsModule,
    SendingModule,
    ConversationModule,
    NotificationsModule,
    CannedModule,
    LiveModule,
    LaterJudgingModule,
    MailModule,
    PortalModule,
    ErasureModule,
    HealthModule,
    AdminModule,
  ],
  providers: [
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: FailureReader, useValue: new DatabaseFailures(CONSTRAINT_MEANINGS) },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {
  /** The whole API, set up by environment variables. */
  static from(variables: Record<string, string | undefined>): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.from(variables)] };
  }
}
