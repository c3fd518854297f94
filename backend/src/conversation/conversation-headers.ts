import type { FastifyReply } from 'fastify';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import { idempotencyKey, idempotencyReplayed, tellReplayed } from '../tickets/idempotency-header.ts';
import type { Timeline, WrittenEntry } from './domain/timeline-entry.ts';
import { TimelineEntryDto } from './dto/timeline-entry.dto.ts';
import { TimelineDto } from './dto/timeline.dto.ts';

export const { ETAG, IF_MATCH } = versionHeaders('the conversation');
export const LOCATION = {
  Location: {
    schema: { type: 'string' as const },
    description: 'Where the message is. Like `/api/tickets/42/messages/3`.',
  },
};

export const IDEMPOTENCY_KEY = idempotencyKey('message');
export const REPLAYED = idempotencyReplayed('message');

/** Answers with a page of a timeline and the version of the conversation. */
export function withConversation(reply: FastifyReply, timeline: Timeline): TimelineDto {
  tellVersion(reply, { version: timeline.conversation });
  return TimelineDto.of(timeline);
}

/** Answers with a message that was written, its address and the version of the conversation since. */
export function withAddress(reply: FastifyReply, { written, entry }: WrittenEntry): TimelineEntryDto {
  const { ticketId, number, conversation } = written;
  tellReplayed(reply, written);
  void reply.header('location', `/api/tickets/${String(ticketId)}/messages/${String(number)}`);
  tellVersion(reply, { version: conversation });
  return TimelineEntryDto.of(entry);
}
