import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ClientGone } from '../../common/http/client-gone.decorator.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { TicketIdDto } from '../dto/ticket-id.dto.ts';
import { SimilarLimitDto } from './dto/similar-limit.dto.ts';
import { SimilarTicketListDto } from './dto/similar-ticket-list.dto.ts';
import { WrittenTextDto } from './dto/written-text.dto.ts';
import { SimilarTickets } from './similar-tickets.service.ts';

@ApiTags('Tickets')
@Controller('tickets')
@Access('tickets:read')
export class SimilarTicketsController {
  constructor(private readonly similar: SimilarTickets) {}

  @Get(':id/similar')
  @ApiOperation({
    summary: 'Find tickets like this one',
    description:
      'Tickets about the same matter, resolved and closed ones too, deleted ones never. They are found by words that are ' +
      'rare on this desk; where nothing is similar the list is empty.',
  })
  @ApiOkResponse({ description: 'Similar tickets.', type: SimilarTicketListDto })
  @ApiProblems('validation_failed', 'ticket_not_found', 'database_timeout')
  async toTicket(
    @Param() { id }: TicketIdDto,
    @Query() { limit }: SimilarLimitDto,
    @CurrentCaller() caller: Caller,
    @ClientGone() gone: AbortSignal,
  ): Promise<SimilarTicketListDto> {
    return SimilarTicketListDto.of(await this.similar.toTicket(id, { limit, caller, gone }));
  }

  @Post('similar')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Find tickets like a text that is being written',
    description: 'The same for what is no ticket yet. Nothing is stored.',
  })
  @ApiOkResponse({ description: 'Similar tickets.', type: SimilarTicketListDto })
  @ApiProblems(...BODY_PROBLEMS, 'database_timeout')
  async toText(
    @Body() body: WrittenTextDto,
    @Query() { limit }: SimilarLimitDto,
    @CurrentCaller() caller: Caller,
    @ClientGone() gone: AbortSignal,
  ): Promise<SimilarTicketListDto> {
    return SimilarTicketListDto.of(await this.similar.toText(WrittenTextDto.read(body), { limit, caller, gone }));
  }
}
