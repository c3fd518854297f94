import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { DecideLaterSuggestionDto, LaterSuggestionIdDto } from './dto/later-suggestion.dto.ts';
import { LaterSuggestions } from './later-suggestions.service.ts';

@ApiTags('Tickets')
@Controller('tickets')
export class LaterSuggestionsController {
  constructor(private readonly later: LaterSuggestions) {}

  @Post(':id/later-suggestions/:suggestion/decision')
  @Access('tickets:write')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take or leave what is suggested for a later message',
    description:
      'Where a customer writes of another matter, the desk may suggest other values of a ticket that was sorted before ' +
      '(`later_suggestion`). Nothing changes until somebody takes it; the history then tells that it was suggested.',
  })
  @ApiNoContentResponse({ description: 'It is decided.' })
  @ApiProblems(...BODY_PROBLEMS, 'ticket_not_found', 'suggestion_not_found')
  decide(
    @Param() { id, suggestion }: LaterSuggestionIdDto,
    @Body() { decision }: DecideLaterSuggestionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.later.decide(id, suggestion, decision, caller);
  }
}
