import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ToldNearest } from '../../classification/memory/told-nearest.service.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { NearestTicketsDto } from './dto/nearest-tickets.dto.ts';
import { SuggestionIdDto } from './dto/sent.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions')
export class NearestTicketsController {
  constructor(private readonly nearest: ToldNearest) {}

  @Get(':id/nearest')
  @ApiOperation({
    summary: 'Which confirmed tickets were nearest to the one that was judged?',
    description:
      "For suggestions of the desk's own model: they are looked for within a minute or two after the ticket was written, the newest " +
      'tickets first, and not at all while the desk has other things to do. Those that an LLM was shown stand in what it was sent.',
  })
  @ApiOkResponse({ description: 'The tickets as they are now.', type: NearestTicketsDto })
  @ApiProblems('validation_failed', 'suggestion_not_found')
  async read(@Param() { id }: SuggestionIdDto): Promise<NearestTicketsDto> {
    return NearestTicketsDto.of(await this.nearest.of(id));
  }
}
