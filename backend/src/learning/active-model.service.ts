import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { DeskModel } from './domain/desk-model.ts';
import { languageLikeness } from './language-likeness.ts';
import { ModelRepository } from './model.repository.ts';

/** How often a process looks whether another model answers now: one look into an index with a single row. */
const LOOK_EVERY_MS = 2_000;

/**
 * The model that answers, in the memory of this process. It is there before the first request, and another one takes its
 * place within seconds of being activated, by whichever process; until it is loaded the one before goes on.
 */
@Injectable()
export class ActiveModel implements OnModuleInit, OnModuleDestroy {
  private loaded: { readonly id: number; readonly model: DeskModel } | null = null;
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly models: ModelRepository,
    private readonly events: DeskEventBus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ActiveModel.name);
  }

  async onModuleInit(): Promise<void> {
    await this.look();
    this.stopListening = this.events.on('model_activated', () => this.look());
    this.timer = setInterval(() => void this.lookQuietly(), LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopListening?.();
    await this.looking?.catch(() => undefined);
  }

  get isLoaded(): boolean {
    return this.loaded !== null;
  }

  /** The model that answers; never waits. */
  current(): DeskModel {
    if (!this.loaded) throw new Error('No model has been loaded');
    return this.loaded.model;
  }

  /** Loads the model that answers now, if it is another than before. Looks that come together are one. */
  look(): Promise<void> {
    this.looking ??= this.load().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async load(): Promise<void> {
    const id = await this.models.answeringId();
    if (id === null || id === this.loaded?.id) return;
    const answering = await this.models.answering();
    if (answering) this.loaded = { id: answering.id, model: DeskModel.load(answering.bytes, languageLikeness) };
  }

  private async lookQuietly(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.logger.warn({ err: error }, 'Whether another model answers could not be found out; the one before goes on');
    }
  }
}
