import { Global, Module } from '@nestjs/common';
import { DeskEventBus } from './desk-event-bus.ts';

/** What happened on the desk, told to whoever listens. */
@Global()
@Module({ providers: [DeskEventBus], exports: [DeskEventBus] })
export class EventsModule {}
