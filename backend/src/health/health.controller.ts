import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { HealthDto } from './health.dto.ts';
import { ReadinessDto } from './readiness.dto.ts';
import { ReadinessService } from './readiness.service.ts';

@ApiTags('Health')
@Controller('health')
@Access('open')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('live')
  @ApiOperation({
    summary: 'Is the process alive?',
    description: 'Asks nobody else, and is so until the process ends. Restart it when this fails.',
  })
  @ApiOkResponse({ description: 'It is alive.', type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Can it serve requests?',
    description:
      'Asks the database. Send it no traffic when this fails, as it does from the moment it was asked to stop. A standby that is not up is no reason: all is then read at the primary.',
  })
  @ApiOkResponse({ description: 'It is ready.', type: ReadinessDto })
  @ApiProblems('database_unavailable', 'draining')
  async ready(): Promise<ReadinessDto> {
    return this.readiness.check();
  }
}
