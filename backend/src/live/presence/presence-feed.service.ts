import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Heralds } from '../heralds.service.ts';
import { LiveStreams } from '../live-streams.service.ts';
import { PacedWork } from '../paced-work.ts';
import { changesOf } from './domain/presence.ts';
import { PresenceRepository } from './presence.repository.ts';

/** Who was silent for too long leaves without a word, and a notice may be lost: whoever heard nothing looks so often. */
const LOOK_EVERY_MS = 2_000;
/** Between one look and the next. */
const GAP_MS = 200;

/**
 * Tells the streams of this process who has which ticket open, whenever that has changed. All processes read the same table by
 * the same clock, so they agree whatever they have heard of each other.
 */
@Injectable()
export class PresenceFeed implements OnModuleInit, OnModuleDestroy {
  /** What was told last, by ticket, as text. */
  private told = new Map<number, string>();
  private readonly reading: PacedWork;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly presence: PresenceRepository,
    private readonly streams: LiveStreams,
    private readonly heralds: Heralds,
    logger: PinoLogger,
  ) {
    logger.setContext(PresenceFeed.name);
    this.reading = new PacedWork(() => this.read(), {
      gapMs: GAP_MS,
      failed: (error) => logger.warn({ err: error }, 'Who is present could not be read; it is read again'),
    });
  }

  onModuleInit(): void {
    this.heralds.onPresence(() => this.lookSoon());
    this.looking = setInterval(() => this.lookSoon(), LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.looking);
    await this.reading.stop();
  }

  /** Has told what has changed by now, in a moment. */
  lookSoon(): void {
    // Who comes next reads by themselves who is there.
    if (this.streams.count === 0) this.told.clear();
    else this.reading.soon();
  }

  private async read(): Promise<void> {
    for (const change of changesOf(this.told, await this.presence.all())) this.streams.tell('presence', change);
    await this.presence.tidy();
  }
}
