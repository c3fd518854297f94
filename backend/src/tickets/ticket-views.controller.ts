import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { TicketViewListDto } from './dto/ticket-view-list.dto.ts';
import { TicketViewsService } from './ticket-views.service.ts';

@ApiTags('Tickets')
@Controller('tickets/views')
@Access('tickets:read')
export class TicketViewsController {
  constructor(private readonly views: TicketViewsService) {}

  @Get()
  @ApiOperation({
    summary: 'Count the views of the list',
    description:
      'Unresolved, your own, those that nobody works on, and all: each is a name for filters of the list, and is ' +
      'counted in the database at the moment of asking.',
  })
  @ApiOkResponse({ description: 'The views, in their order.', type: TicketViewListDto })
  @ApiProblems('database_timeout')
  async read(@CurrentCaller() caller: Caller): Promise<TicketViewListDto> {
    return TicketViewListDto.of(await this.views.count(caller));
  }
}
