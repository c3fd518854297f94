import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { Announcer } from './announcer.service.ts';
import { AnnouncementRepository } from './announcement.repository.ts';
import { LiveController } from './live.controller.ts';
import { Heralds } from './heralds.service.ts';
import { LiveMetrics } from './live-metrics.ts';
import { LiveService } from './live.service.ts';
import { LiveStreams } from './live-streams.service.ts';
import { PresenceFeed } from './presence/presence-feed.service.ts';
import { PresenceController } from './presence/presence.controller.ts';
import { PresenceEntity } from './presence/presence.entity.ts';
import { PresenceRepository } from './presence/presence.repository.ts';
import { PresenceService } from './presence/presence.service.ts';
import { SignInWatch } from './sign-in-watch.service.ts';
import { TicketFeed } from './ticket-feed.service.ts';

/** Following what happens, and who is there, over all processes. */
@Module({
  imports: [TypeOrmModule.forFeature([PresenceEntity]), AuthModule, TicketsModule],
  controllers: [LiveController, PresenceController],
  providers: [
    Announcer,
    AnnouncementRepository,
    Heralds,
    LiveMetrics,
    LiveService,
    LiveStreams,
    PresenceFeed,
    PresenceRepository,
    PresenceService,
    SignInWatch,
    TicketFeed,
  ],
})
export class LiveModule {}
