import { Controller, Delete, Get, Headers, HttpCode, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { Suspects } from '../../learning/suspects.service.ts';
import { TicketIdDto } from '../../tickets/dto/ticket-id.dto.ts';
import { IF_MATCH } from '../../tickets/ticket-headers.ts';
import { SuspectListDto } from './dto/suspect.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions/suspects')
export class SuspectsController {
  constructor(private readonly suspects: Suspects) {}

  @Get()
  @ApiOperation({
    summary: 'List tickets that look filed wrongly',
    description:
      'Found each time the desk learns, among the newest confirmed tickets, by models that had not learned from the ticket ' +
      '(confident learning). At most fifty, the likeliest errors first; what was deleted, changed or kept since is left out. ' +
      'To correct one, change its category as that of any ticket.',
  })
  @ApiOkResponse({ description: 'The tickets.', type: SuspectListDto })
  @ApiProblems('database_timeout')
  async list(): Promise<SuspectListDto> {
    return SuspectListDto.of(await this.suspects.list());
  }

  @Put(':id/kept')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Leave a ticket where it is',
    description: 'It is not listed again as long as it stays in the category that it has.',
  })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is kept.' })
  @ApiProblems('validation_failed', 'ticket_not_found', 'stale_version')
  async keep(
    @Param() { id }: TicketIdDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.suspects.keep(id, { by: caller, accepts: acceptedVersions(ifMatch) });
  }

  @Delete(':id/kept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back that a ticket was left where it is' })
  @ApiNoContentResponse({ description: 'It may be listed again.' })
  @ApiProblems('validation_failed', 'ticket_not_found')
  async letGo(@Param() { id }: TicketIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    await this.suspects.letGo(id, caller);
  }
}
