import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { AutomaticApplication } from './automatic-application.service.ts';

/** Looks after every decision about tickets whether a record has fallen, one look at a time. */
@Injectable()
export class AutomaticWatch implements OnModuleInit {
  private looking = false;
  private again = false;

  constructor(
    private readonly events: DeskEventBus,
    private readonly automatic: AutomaticApplication,
  ) {}

  onModuleInit(): void {
    this.events.on('tickets_sorted', () => this.look());
    this.events.on('suggestion_decided', () => this.look());
  }

  private async look(): Promise<void> {
    this.again = true;
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.again) {
        this.again = false;
        await this.automatic.stopWhereFallen();
      }
    } finally {
      this.looking = false;
    }
  }
}
