import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { OverviewDto } from './dto/overview.dto.ts';
import { OverviewService } from './overview.service.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @ApiOperation({ summary: 'How is the desk?', description: 'Health, versions, counts and the newest audit events.' })
  @ApiOkResponse({ description: 'The overview.', type: OverviewDto })
  @ApiProblems('database_timeout')
  async read(): Promise<OverviewDto> {
    return OverviewDto.of(await this.overview.read());
  }
}
