import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { Unattended } from '../auth/unattended.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { Endless } from '../metrics/endless.decorator.ts';
import { BulkRunChangedDto, CategoriesChangedDto, PeopleChangedDto, TicketNewsDto } from './dto/live-events.dto.ts';
import { FollowQueryDto } from './dto/follow-query.dto.ts';
import { DESCRIPTION, EXAMPLE } from './live-description.ts';
import { LiveService } from './live.service.ts';
import { TicketPresenceDto } from './presence/dto/presence.dto.ts';

@ApiTags('Live')
@Controller('events')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Endless()
  @Access('tickets:read')
  @Unattended()
  @ApiOperation({ summary: 'Follow what happens', description: DESCRIPTION })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The `id` of the last event you were told; browsers send it by themselves.',
  })
  @ApiProduces('text/event-stream')
  @ApiExtraModels(TicketNewsDto, CategoriesChangedDto, PeopleChangedDto, BulkRunChangedDto, TicketPresenceDto)
  @ApiOkResponse({
    description: 'Events, as long as the connection stands.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ApiProblems('validation_failed', 'too_many_streams', 'database_timeout')
  follow(
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
    @Query() { last_event_id: began }: FollowQueryDto,
    @Headers('Last-Event-ID') position?: string,
  ): Promise<void> {
    return this.live.follow(caller, position ?? began ?? null, reply);
  }
}
