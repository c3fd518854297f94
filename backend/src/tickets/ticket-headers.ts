import type { FastifyReply } from 'fastify';
import { entityTag } from '../common/http/entity-tag.ts';
import type { Ticket } from './domain/ticket.ts';
import type { TicketListDto } from './dto/ticket-list.dto.ts';
import { TicketDto } from './dto/ticket.dto.ts';

const text = { schema: { type: 'string' as const } };

export const ETAG = { ETag: { ...text, description: 'The version of the ticket, for If-Match. Like `"2"`.' } };
export const LOCATION = { Location: { ...text, description: 'Where the ticket is. Like `/api/tickets/4821`.' } };
export const LINK = { Link: { ...text, description: 'The next page, when there is one, as `rel="next"`.' } };

/** Answers with a ticket and its version. */
export function withEntityTag(reply: FastifyReply, ticket: Ticket): TicketDto {
  void reply.header('etag', entityTag(ticket.version));
  return TicketDto.of(ticket);
}

/** Answers with a new ticket, its version and its address. */
export function withLocation(reply: FastifyReply, ticket: Ticket): TicketDto {
  void reply.header('location', `/api/tickets/${String(ticket.id)}`);
  return withEntityTag(reply, ticket);
}

/** Answers with a page and the address of the page after it. */
export function withNextLink(reply: FastifyReply, page: TicketListDto): TicketListDto {
  if (page.next_cursor !== null) {
    const next = new URL(reply.request.url, 'http://localhost');
    next.searchParams.set('cursor', page.next_cursor);
    void reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return page;
}
