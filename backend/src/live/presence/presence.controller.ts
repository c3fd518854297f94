import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiExtension, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { Unattended } from '../../auth/unattended.decorator.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { PlaceDto, PlaceParamsDto } from './dto/place.dto.ts';
import { PresenceListDto, TicketPresenceDto } from './dto/presence.dto.ts';
import { PresenceService } from './presence.service.ts';

@ApiTags('Live')
@Access('tickets:read')
@Unattended()
@Controller('presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Get()
  @ApiOperation({
    summary: 'Tell who has which ticket open',
    description: 'Changes of it are told as `presence` by `GET /api/events`. Asking does not keep a session alive.',
  })
  @ApiOkResponse({ description: 'Who is present, ticket by ticket.', type: PresenceListDto })
  list(): Promise<PresenceListDto> {
    return this.presence.all().then((all) => PresenceListDto.of(all));
  }

  @Put(':place')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say which ticket I have open',
    description:
      'Others are shown that you are there for the next 25 seconds: say it again each ten seconds, and at once when you open another ticket, or begin to change it or to write to it. Twenty places of yours count at most. It does not keep a session alive.',
  })
  @ApiOkResponse({ description: 'Who has that ticket open, you as well.', type: TicketPresenceDto })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found')
  note(
    @Param() { place }: PlaceParamsDto,
    @Body() { ticket_id: ticketId, activity }: PlaceDto,
    @CurrentCaller() caller: Caller,
  ): Promise<TicketPresenceDto> {
    return this.presence.note(caller, place, { ticketId, activity }).then((present) => TicketPresenceDto.of(present));
  }

  @Delete(':place')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say that I have left',
    description: 'Others see it at once. A place at which you are not is no mistake.',
  })
  @ApiExtension('x-absence-is-fine', true)
  @ApiNoContentResponse({ description: 'You are not there any more.' })
  @ApiProblems('validation_failed')
  leave(@Param() { place }: PlaceParamsDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.presence.leave(caller, place);
  }
}
