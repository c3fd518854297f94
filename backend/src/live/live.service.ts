import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../auth/domain/caller.ts';
import { Heralds } from './heralds.service.ts';
import { LiveStream } from './live-stream.ts';
import { LiveStreams } from './live-streams.service.ts';
import { TicketFeed } from './ticket-feed.service.ts';

/** Lets callers follow what happens on the desk. */
@Injectable()
export class LiveService {
  constructor(
    private readonly streams: LiveStreams,
    private readonly feed: TicketFeed,
    private readonly heralds: Heralds,
  ) {}

  /**
   * Answers with a stream that stays open.
   *
   * @param position the `id` of the last event that the client was told, whatever it is; null when it begins.
   * @throws TooManyRequests, or DomainError `too_many_streams`, when one more is too many.
   */
  async follow(caller: Caller, position: string | null, reply: FastifyReply): Promise<void> {
    const leave = this.streams.takePlace(caller);
    const stream = new LiveStream(reply.raw, caller);
    reply.raw.once('close', () => {
      this.streams.remove(stream);
      leave();
    });
    try {
      await this.heralds.listen();
      await this.feed.join(stream, position, () => {
        // From here on nobody but the stream answers.
        reply.hijack();
        stream.begin(reply.getHeaders());
        if (reply.request.method === 'HEAD') stream.end('');
      });
    } catch (error) {
      // Who was promised a stream and cannot get it comes again.
      if (reply.sent) stream.cut('failed');
      throw error;
    }
  }
}
