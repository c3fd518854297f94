import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.ts';
import { UndeliveredAnswers } from './undelivered-answers.service.ts';
import { Mentions } from './mentions.service.ts';
import { NotificationHousekeeping } from './notification-housekeeping.service.ts';
import { NotificationEntity } from './notification.entity.ts';
import { NotificationRepository } from './notification.repository.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsService } from './notifications.service.ts';
import { ToldWords } from './told-words.repository.ts';

/** What happened on the desk, told to those whom it concerns. */
@Module({
  imports: [TypeOrmModule.forFeature([NotificationEntity]), UsersModule],
  controllers: [NotificationsController],
  providers: [
    Mentions,
    UndeliveredAnswers,
    NotificationHousekeeping,
    NotificationRepository,
    NotificationsService,
    ToldWords,
  ],
  exports: [Mentions, UndeliveredAnswers],
})
export class NotificationsModule {}
