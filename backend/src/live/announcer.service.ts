import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { AnnouncementRepository } from './announcement.repository.ts';
import { type Announcement, AnnouncementPad } from './domain/announcement.ts';
import type { SeldomTold } from './domain/live-event.ts';
import { Heralds } from './heralds.service.ts';
import { PacedWork } from './paced-work.ts';

/** Between one notice and the next, so that what many requests commit costs a few statements and not one for each. */
const GAP_MS = 50;

/**
 * Hears what this process has committed and has its own streams told at once. The other processes are told the first thing at
 * once as well, and what comes soon after it together.
 */
@Injectable()
export class Announcer implements OnModuleInit, OnApplicationShutdown {
  private readonly pad = new AnnouncementPad();
  private readonly stops: (() => void)[] = [];
  private readonly sending: PacedWork;

  constructor(
    private readonly events: DeskEventBus,
    private readonly announcements: AnnouncementRepository,
    private readonly heralds: Heralds,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Announcer.name);
    this.sending = new PacedWork(() => this.send(), { gapMs: GAP_MS, failed: (error) => this.failed(error) });
  }

  onModuleInit(): void {
    const tickets = () => this.announce({ tickets: true });
    const changed = (name: SeldomTold) => () => this.announce({ changed: [name] });
    this.stops.push(
      this.events.on('tickets_created', tickets),
      this.events.on('tickets_changed', tickets),
      this.events.on('tickets_deleted', tickets),
      this.events.on('tickets_restored', tickets),
      this.events.on('settings_changed', changed('settings.changed')),
      this.events.on('audit_recorded', changed('audit.changed')),
      this.events.on('quarantine_changed', changed('quarantine.changed')),
      this.events.on('mailboxes_changed', changed('mailboxes.changed')),
      this.events.on('contacts_changed', changed('contacts.changed')),
      this.events.on('erasures_changed', changed('erasures.changed')),
      this.events.on('suggestion_made', changed('suggestions.changed')),
      this.events.on('suggestion_decided', changed('suggestions.changed')),
      this.events.on('llm_called', changed('suggestions.changed')),
      this.events.on('learning_changed', changed('learning.changed')),
      this.events.on('model_activated', changed('learning.changed')),
      this.events.on('replay_changed', changed('replays.changed')),
      this.events.on('tokens_changed', ({ userId }) =>
        this.announce({ changed: ['tokens.changed'], accounts: [userId] }),
      ),
      this.events.on('notifications_changed', ({ userIds }) => this.announce({ notified: userIds })),
      this.events.on('sessions_changed', ({ userId }) => this.announce({ accounts: [userId] })),
      this.events.on('categories_changed', ({ keys }) => this.announce({ categories: keys })),
      this.events.on('bulk_run_changed', (run) => this.announce({ runs: [run] })),
      this.events.on('user_created', ({ id }) => this.announce({ people: [id] })),
      this.events.on('user_changed', ({ id }) => this.announce({ people: [id] })),
    );
  }

  /** When the last answer is sent and the last job given back: what they commit others are told too. The pool closes after it. */
  async onApplicationShutdown(): Promise<void> {
    this.stops.forEach((stop) => stop());
    await this.sending.stop();
    // What nobody was told yet.
    await this.sending.now().catch((error: unknown) => this.failed(error));
  }

  /** Tells the streams of all processes, soon. Only what is committed. */
  announce(announcement: Announcement): void {
    this.heralds.tell(announcement);
    this.pad.add(announcement);
    this.sending.soon();
  }

  private async send(): Promise<void> {
    const all = this.pad.take();
    if (all.length > 0) await this.announcements.send(all);
  }

  private failed(error: unknown): void {
    this.logger.warn(
      { err: error },
      'Other processes were not told what happened; of tickets they find out by themselves',
    );
  }
}
