import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Settings } from '../config/settings.ts';
import { Listening } from '../database/listening.ts';
import { AnnouncementRepository, CHANNEL } from './announcement.repository.ts';
import type { Announcement } from './domain/announcement.ts';
import { LiveStreams } from './live-streams.service.ts';
import { TicketFeed } from './ticket-feed.service.ts';

/** A stream waits no longer until it is heard what other processes tell, in milliseconds. */
const LISTENING_MS = 3_000;

/** Tells the streams of this process what was announced, here or by another process. */
@Injectable()
export class Heralds implements OnModuleDestroy {
  private listening: Listening | null = null;
  private isStopping = false;
  private presenceMoved: () => void = () => undefined;

  constructor(
    private readonly settings: Settings,
    private readonly announcements: AnnouncementRepository,
    private readonly streams: LiveStreams,
    private readonly feed: TicketFeed,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Heralds.name);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.listening?.close();
  }

  /**
   * Listens to the other processes from the first stream of this one on, which waits for it: what they tell before would be
   * told to nobody. Where that cannot be had in time the stream goes on without, and is reset when it can. Once the process stops
   * nobody listens any more: a stream that comes then is told goodbye.
   */
  async listen(): Promise<void> {
    if (this.isStopping) return;
    this.listening ??= new Listening(this.settings.database.directUrl.reveal(), CHANNEL, {
      heard: (payload) => {
        const announcement = this.announcements.read(payload);
        if (announcement) this.tell(announcement);
      },
      // Of tickets the feed knows by itself how far it was.
      resumed: () => this.feed.resetAll(),
      lost: (error) => this.logger.warn({ err: error }, 'What other processes tell is not heard; it is tried again'),
    });
    await this.listening.begun(LISTENING_MS);
  }

  /** Calls this whenever somebody has come, left, or does something else. */
  onPresence(moved: () => void): void {
    this.presenceMoved = moved;
  }

  tell({ tickets, presence, changed = [], categories, people, accounts, notified, runs = [] }: Announcement): void {
    if (tickets) this.feed.lookSoon();
    if (presence) this.presenceMoved();
    for (const name of changed) this.streams.tellSeldom(name);
    if (categories) {
      this.streams.tell('categories.changed', { keys: categories });
      this.streams.tellSeldom('statistics.changed');
    }
    if (people) this.streams.tell('people.changed', { ids: people });
    if (accounts) this.streams.tellBrowsersOf(accounts, 'account.changed');
    if (notified) this.streams.tellBrowsersOf(notified, 'notifications.changed');
    for (const run of runs) this.streams.tell('bulk_run.changed', run);
  }
}
