import { setTimeout } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { AnnouncementRepository } from './announcement.repository.ts';
import { type Announcement, AnnouncementPad } from './domain/announcement.ts';
import { Heralds } from './heralds.service.ts';

/** Between one notice and the next, so that what many requests commit costs a few statements and not one for each. */
const GAP_MS = 50;

/**
 * Hears what this process has committed and has its own streams told at once. The other processes are told the first thing at
 * once as well, and what comes soon after it together.
 */
@Injectable()
export class Announcer implements OnModuleInit, OnModuleDestroy {
  private readonly pad = new AnnouncementPad();
  private readonly stops: (() => void)[] = [];
  private readonly stopping = new AbortController();
  private sending: Promise<void> | null = null;

  constructor(
    private readonly events: DeskEventBus,
    private readonly announcements: AnnouncementRepository,
    private readonly heralds: Heralds,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Announcer.name);
  }

  onModuleInit(): void {
    const tickets = () => this.announce({ tickets: true });
    this.stops.push(
      this.events.on('tickets_created', tickets),
      this.events.on('tickets_changed', tickets),
      this.events.on('tickets_deleted', tickets),
      this.events.on('tickets_restored', tickets),
      this.events.on('settings_changed', () => this.announce({ settings: true })),
      this.events.on('tokens_changed', () => this.announce({ tokens: true })),
      this.events.on('categories_changed', ({ keys }) => this.announce({ categories: keys })),
      this.events.on('bulk_run_changed', (run) => this.announce({ runs: [run] })),
      this.events.on('user_created', ({ id }) => this.announce({ people: [id] })),
      this.events.on('user_changed', ({ id }) => this.announce({ people: [id] })),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stops.forEach((stop) => stop());
    this.stopping.abort();
    await this.sending;
  }

  /** Tells the streams of all processes, soon. Only what is committed. */
  announce(announcement: Announcement): void {
    this.heralds.tell(announcement);
    this.pad.add(announcement);
    this.sending ??= this.send().finally(() => (this.sending = null));
  }

  private async send(): Promise<void> {
    try {
      // After the events of the same commit, all of which are told in one turn.
      await Promise.resolve();
      for (let all = this.pad.take(); all.length > 0; all = this.pad.take()) {
        const gap = this.gap();
        await this.announcements.send(all);
        await gap;
      }
    } catch (error) {
      this.logger.warn(
        { err: error },
        'Other processes were not told what happened; of tickets they find out by themselves',
      );
    }
  }

  /** Over at once when the process stops: what nobody was told yet goes with the last notice. */
  private gap(): Promise<void> {
    return setTimeout(GAP_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
