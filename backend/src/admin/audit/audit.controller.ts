import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AuditTrail } from '../../audit/audit-trail.service.ts';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { AuditExport } from './audit-export.service.ts';
import { AuditEventListDto } from './dto/audit-event.dto.ts';
import { AuditFilterDto, ListAuditDto } from './dto/audit-query.dto.ts';

const CSV = { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="audit-log.csv"' };

@ApiTags('Admin')
@Access('admin')
@Controller('admin')
export class AuditController {
  constructor(
    private readonly trail: AuditTrail,
    private readonly exports: AuditExport,
  ) {}

  @Get('audit')
  @ApiOperation({ summary: 'Read the audit log', description: 'Newest first; pages follow one another by cursor.' })
  @ApiOkResponse({ description: 'One page of events.', type: AuditEventListDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(@Query() query: ListAuditDto): Promise<AuditEventListDto> {
    return AuditEventListDto.of(await this.trail.page(AuditFilterDto.read(query), query));
  }

  @Get('audit.csv')
  @ApiOperation({
    summary: 'Export the audit log',
    description: 'As CSV, safe to open in a spreadsheet. The export is an event of the log too.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({
    description: 'A table of all events, newest first.',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  @ApiProblems('validation_failed')
  async export(@Query() query: AuditFilterDto, @CurrentCaller() caller: Caller): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.csv(AuditFilterDto.read(query), caller), CSV);
  }
}
