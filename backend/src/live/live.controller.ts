import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { BulkRunChangedDto, CategoriesChangedDto, PeopleChangedDto, TicketNewsDto } from './dto/live-events.dto.ts';
import { DESCRIPTION, EXAMPLE } from './live-description.ts';
import { LiveService } from './live.service.ts';
import { TicketPresenceDto } from './presence/dto/presence.dto.ts';

@ApiTags('Live')
@Controller('events')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Access('tickets:read')
  @ApiOperation({ summary: 'Follow what happens', description: DESCRIPTION })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The `id` of the last event you were told; browsers send it by themselves.',
  })
  @ApiQuery({
    name: 'last_event_id',
    required: false,
    type: String,
    description: 'The same for who begins a new stream, where a browser sends no header. The header counts for more.',
  })
  @ApiProduces('text/event-stream')
  @ApiExtraModels(TicketNewsDto, CategoriesChangedDto, PeopleChangedDto, BulkRunChangedDto, TicketPresenceDto)
  @ApiOkResponse({
    description: 'Events, as long as the connection stands.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ApiProblems('too_many_streams', 'database_timeout')
  follow(
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') position?: string,
    @Query('last_event_id') began?: string | string[],
  ): Promise<void> {
    return this.live.follow(caller, position ?? (began === undefined ? null : String(began)), reply);
  }
}
