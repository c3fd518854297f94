import type { FastifyReply } from 'fastify';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import type { CreatedTicket } from './domain/created-ticket.ts';
import type { TicketDetail } from './domain/ticket.ts';
import type { TicketListDto } from './dto/ticket-list.dto.ts';
import { idempotencyKey, idempotencyReplayed, tellReplayed } from './idempotency-header.ts';
import { TicketDetailDto } from './dto/ticket-detail.dto.ts';

const text = { schema: { type: 'string' as const } };

export const { ETAG, IF_MATCH } = versionHeaders('the ticket');
export const LOCATION = { Location: { ...text, description: 'Where the ticket is. Like `/api/tickets/42`.' } };
export const LINK = { Link: { ...text, description: 'The next page, when there is one, as `rel="next"`.' } };

export const IDEMPOTENCY_KEY = idempotencyKey('ticket');
export const REPLAYED = idempotencyReplayed('ticket');

/** Answers with a ticket and its version. */
export function withEntityTag(reply: FastifyReply, ticket: TicketDetail): TicketDetailDto {
  tellVersion(reply, ticket);
  return TicketDetailDto.of(ticket);
}

/** Answers with a new ticket, its version and its address, and says so when an earlier request wrote it. */
export function withLocation(reply: FastifyReply, { ticket, replayed }: CreatedTicket<TicketDetail>): TicketDetailDto {
  tellReplayed(reply, { replayed });
  void reply.header('location', `/api/tickets/${String(ticket.id)}`);
  return withEntityTag(reply, ticket);
}

/** Answers with a page and the address of the page after it. */
export function withNextLink(reply: FastifyReply, page: TicketListDto): TicketListDto {
  if (page.next_cursor !== null) {
    const [path = '', asked = ''] = reply.request.url.split('?', 2);
    const query = new URLSearchParams(asked);
    query.delete('around');
    query.set('cursor', page.next_cursor);
    void reply.header('link', `<${path}?${query.toString()}>; rel="next"`);
  }
  return page;
}
