import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { Announcer } from './announcer.service.ts';
import { AnnouncementRepository } from './announcement.repository.ts';
import { LiveController } from './live.controller.ts';
import { Heralds } from './heralds.service.ts';
import { LiveService } from './live.service.ts';
import { LiveStreams } from './live-streams.service.ts';
import { SignInWatch } from './sign-in-watch.service.ts';
import { TicketFeed } from './ticket-feed.service.ts';

/** Following what happens, over all processes. */
@Module({
  imports: [AuthModule, TicketsModule],
  controllers: [LiveController],
  providers: [Announcer, AnnouncementRepository, Heralds, LiveService, LiveStreams, SignInWatch, TicketFeed],
})
export class LiveModule {}
