import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { DeskEvent, DeskEventName, DeskEvents } from './desk-events.ts';

type Listener<Name extends DeskEventName> = (event: DeskEvents[Name]) => void | Promise<void>;

/**
 * Tells within this process what happened on the desk. Only `UnitOfWork` publishes, after the commit: what a listener
 * hears is true, and it cannot undo it. A process that dies between the commit and the telling tells nothing, so whoever
 * must miss nothing reads on from where they were: the history for tickets, the audit log or the thing itself for the rest
 * (docs/adr/0012).
 */
@Injectable()
export class DeskEventBus {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  constructor(private readonly logger: PinoLogger) {
    logger.setContext(DeskEventBus.name);
  }

  /** Calls `listener` for each event of this name from now on; a failing listener harms nobody. Gives the way to stop it. */
  on<Name extends DeskEventName>(name: Name, listener: Listener<Name>): () => void {
    const careful = (event: DeskEvents[Name]) => void this.call(name, listener, event);
    this.emitter.on(name, careful);
    return () => this.emitter.off(name, careful);
  }

  publish(events: readonly DeskEvent[]): void {
    for (const [name, event] of events) this.emitter.emit(name, event);
  }

  private async call<Name extends DeskEventName>(
    name: Name,
    listener: Listener<Name>,
    event: DeskEvents[Name],
  ): Promise<void> {
    try {
      await listener(event);
    } catch (error) {
      this.logger.error({ err: error, event: name }, 'Somebody could not make use of an event');
    }
  }
}
