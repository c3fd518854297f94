import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { CreateTicketDto } from './dto/create-ticket.dto.ts';
import { ListTicketsDto } from './dto/list-tickets.dto.ts';
import { TicketIdDto } from './dto/ticket-id.dto.ts';
import { TicketListDto } from './dto/ticket-list.dto.ts';
import { TicketDto } from './dto/ticket.dto.ts';
import { UpdateTicketDto } from './dto/update-ticket.dto.ts';
import { ETAG, LINK, LOCATION, withEntityTag, withLocation, withNextLink } from './ticket-headers.ts';
import { TicketQueueService } from './ticket-queue.service.ts';
import { TicketsService } from './tickets.service.ts';

@ApiTags('Tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly queue: TicketQueueService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Create a ticket' })
  @ApiCreatedResponse({
    description: 'The ticket as it was stored.',
    type: TicketDto,
    headers: { ...LOCATION, ...ETAG },
  })
  @ApiProblems(
    'validation_failed',
    'malformed_json',
    'suggestion_already_used',
    'payload_too_large',
    'unsupported_media_type',
  )
  async create(@Body() body: CreateTicketDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<TicketDto> {
    return withLocation(reply, await this.tickets.create(body, body.suggestion_id));
  }

  @Get()
  @ApiOperation({
    summary: 'List tickets, newest first',
    description: 'Filters combine; pages follow one another by cursor.',
  })
  @ApiOkResponse({ description: 'One page of tickets.', type: TicketListDto, headers: LINK })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(@Query() query: ListTicketsDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<TicketListDto> {
    return withNextLink(reply, TicketListDto.of(await this.queue.page(query)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a ticket' })
  @ApiOkResponse({ description: 'The ticket.', type: TicketDto, headers: ETAG })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async get(@Param() { id }: TicketIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<TicketDto> {
    return withEntityTag(reply, await this.tickets.get(id));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change status, category or priority',
    description: 'Only the fields given change. With If-Match the change is refused when the ticket has changed since.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    example: '"2"',
    description: 'The ETag of the ticket as you read it.',
  })
  @ApiOkResponse({ description: 'The ticket after the change.', type: TicketDto, headers: ETAG })
  @ApiProblems(
    'validation_failed',
    'malformed_json',
    'ticket_not_found',
    'stale_version',
    'payload_too_large',
    'unsupported_media_type',
  )
  async change(
    @Param() { id }: TicketIdDto,
    @Body() body: UpdateTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    return withEntityTag(reply, await this.tickets.change(id, body, acceptedVersions(ifMatch)));
  }
}
