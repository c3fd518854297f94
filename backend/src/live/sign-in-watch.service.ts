import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Callers } from '../auth/callers.service.ts';
import { LiveStreams } from './live-streams.service.ts';
import { PacedWork } from './paced-work.ts';

/** A stream outlives its sign-in by no more than this and the time that one look takes. */
const LOOK_EVERY_MS = 700;

/**
 * Closes the streams of those who may not follow any more: signed out, expired, revoked, deactivated, by whichever process.
 * While streams are open, one statement asks for all of them.
 */
@Injectable()
export class SignInWatch implements OnModuleInit, OnModuleDestroy {
  private readonly looking: PacedWork;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly callers: Callers,
    private readonly streams: LiveStreams,
    logger: PinoLogger,
  ) {
    logger.setContext(SignInWatch.name);
    this.looking = new PacedWork(() => this.look(), {
      gapMs: LOOK_EVERY_MS,
      failed: (error) => logger.warn({ err: error }, 'Who may follow could not be asked; it is asked again'),
    });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => {
      if (this.streams.count > 0) this.looking.soon();
    }, LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking.stop();
  }

  private async look(): Promise<void> {
    const asked = [...this.streams.all()];
    const good = await this.callers.stillGood(asked.map(({ caller }) => caller));
    for (const stream of asked) {
      const scopes = good.get(stream.caller);
      if (scopes?.includes('tickets:read')) stream.isForAdmin = scopes.includes('admin');
      else this.streams.end(stream, 'session.ended', 'session_ended');
    }
  }
}
