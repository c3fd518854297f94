import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { StatsQueryDto } from './dto/stats-query.dto.ts';
import { StatsDto } from './dto/stats.dto.ts';
import { StatsService } from './stats.service.ts';

@ApiTags('Stats')
@Controller('tickets/stats')
@Access('tickets:read')
export class StatsController {
  constructor(private readonly stats: StatsService) {}

  @Get()
  @ApiOperation({
    summary: 'Figures of the desk',
    description: 'Counted in the database at the moment of asking, over all tickets that are not deleted.',
  })
  @ApiOkResponse({ description: 'The figures.', type: StatsDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async read(@Query() { tz }: StatsQueryDto): Promise<StatsDto> {
    return StatsDto.of(await this.stats.read(tz));
  }
}
