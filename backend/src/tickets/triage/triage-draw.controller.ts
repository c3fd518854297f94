import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { DrawnTicketsDto, TriageDrawDto } from './dto/triage-draw.dto.ts';
import { TriageDraw } from './triage-draw.service.ts';

@ApiTags('Tickets')
@Controller('tickets/triage')
@Access('tickets:read')
export class TriageDrawController {
  constructor(private readonly draw: TriageDraw) {}

  @Get()
  @ApiOperation({
    summary: 'Draw tickets to sort',
    description:
      'Of all tickets that nobody has sorted: half of them where the desk doubts most what they are, half at random, so ' +
      'that the desk learns much and its record stays a fair sample. The most urgent come first, by the priority that ' +
      'somebody gave or the desk suggests. Two people who draw at the same time rarely get the same tickets; send ' +
      '`If-Match` when you decide, so that nobody overwrites what the other has decided.',
  })
  @ApiOkResponse({ description: 'Tickets that wait.', type: DrawnTicketsDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async read(@Query() query: TriageDrawDto): Promise<DrawnTicketsDto> {
    return DrawnTicketsDto.of(await this.draw.draw(query));
  }
}
