import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CostsLlmCallWhen } from '../auth/rate-limit.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ClientGone } from '../common/http/client-gone.decorator.ts';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { CLASSIFY, LeftToDesk, isLeftToDesk } from './left-to-desk.interceptor.ts';
import { readIdempotencyKey } from './domain/idempotency-key.ts';
import { CreateTicketDto } from './dto/create-ticket.dto.ts';
import { ListTicketsDto } from './dto/list-tickets.dto.ts';
import { ListTicketEventsDto, TicketEventListDto } from './dto/ticket-event-list.dto.ts';
import { TicketIdDto } from './dto/ticket-id.dto.ts';
import { TicketListDto } from './dto/ticket-list.dto.ts';
import { TicketDetailDto } from './dto/ticket-detail.dto.ts';
import { UpdateTicketDto } from './dto/update-ticket.dto.ts';
import {
  ETAG,
  IDEMPOTENCY_KEY,
  IF_MATCH,
  LINK,
  LOCATION,
  REPLAYED,
  withEntityTag,
  withLocation,
  withNextLink,
} from './ticket-headers.ts';
import { TicketMatches } from './matches/ticket-matches.service.ts';
import { TicketDetails } from './ticket-details.service.ts';
import { TicketIntake } from './ticket-intake.service.ts';
import { TicketListService } from './ticket-list.service.ts';
import { TicketsService } from './tickets.service.ts';

@ApiTags('Tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly intake: TicketIntake,
    private readonly listing: TicketListService,
    private readonly details: TicketDetails,
    private readonly matches: TicketMatches,
  ) {}

  @Post()
  @Access('tickets:write')
  @UseInterceptors(LeftToDesk)
  @CostsLlmCallWhen(isLeftToDesk)
  @ApiOperation({
    summary: 'Create a ticket',
    description:
      'With `?classify=true` category and priority may be left out: the ticket is written at once with general and medium, ' +
      'waits to be sorted (`triage: "pending"`), and a suggestion comes to stand beside it, never over it. Who then changes ' +
      'its category or priority, or sets `triage` to null, has sorted it.',
  })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiQuery(CLASSIFY)
  @ApiCreatedResponse({
    description: 'The ticket as it was stored.',
    type: TicketDetailDto,
    headers: { ...LOCATION, ...ETAG, ...REPLAYED },
  })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'suggestion_already_used', 'idempotency_key_reused')
  async create(
    @Body() body: CreateTicketDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailDto> {
    return withLocation(
      reply,
      await this.details.ofCreated(
        await this.intake.create(CreateTicketDto.read(body), { by: caller, key: readIdempotencyKey(key) }),
      ),
    );
  }

  @Get()
  @Access('tickets:read')
  @ApiOperation({
    summary: 'List tickets, newest first or in another order',
    description:
      'Filters combine; pages follow one another by cursor. A page of a search may hold fewer tickets than asked for, even ' +
      'none, and go on: the list ends where `next_cursor` is null. Searches that take long go one after another; one whose turn ' +
      'comes too late is answered by 503 `database_timeout` with `Retry-After`.',
  })
  @ApiOkResponse({ description: 'One page of tickets.', type: TicketListDto, headers: LINK })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(
    @Query() query: ListTicketsDto,
    @CurrentCaller() caller: Caller,
    @ClientGone() gone: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketListDto> {
    return withNextLink(
      reply,
      TicketListDto.of(await this.matches.inPage(await this.listing.page(query, caller, gone), query.search)),
    );
  }

  @Get(':id')
  @Access('tickets:read')
  @ApiOperation({ summary: 'Read a ticket' })
  @ApiOkResponse({ description: 'The ticket.', type: TicketDetailDto, headers: ETAG })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async get(@Param() { id }: TicketIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<TicketDetailDto> {
    return withEntityTag(reply, await this.details.of(await this.tickets.get(id)));
  }

  @Get(':id/events')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Read the history of a ticket',
    description:
      'Every change since it was written, oldest first: who, when, by what, and each field from what to what. The ' +
      'database itself refuses to change or delete an event. A deleted ticket keeps its history.',
  })
  @ApiOkResponse({ description: 'One page of the history.', type: TicketEventListDto })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async events(@Param() { id }: TicketIdDto, @Query() query: ListTicketEventsDto): Promise<TicketEventListDto> {
    return TicketEventListDto.of(await this.tickets.history(id, query));
  }

  @Patch(':id')
  @Access('tickets:write')
  @ApiOperation({
    summary:
      'Change a ticket: its texts, status, category, priority, assignee, requester, or whether it is sorted or a duplicate',
    description:
      'Only the fields given change, and the history tells of each. With If-Match the change is refused when the ticket ' +
      'has changed since.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The ticket after the change.', type: TicketDetailDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'stale_version')
  async change(
    @Param() { id }: TicketIdDto,
    @Body() body: UpdateTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailDto> {
    return withEntityTag(
      reply,
      await this.details.of(
        await this.tickets.change(id, UpdateTicketDto.read(body), { by: caller, accepts: acceptedVersions(ifMatch) }),
      ),
    );
  }
}
