import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ClientGone } from '../common/http/client-gone.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { ExportTicketsDto } from './dto/export-tickets.dto.ts';
import { TicketExport } from './ticket-export.service.ts';

const CSV = { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="tickets.csv"' };

@ApiTags('Tickets')
@Controller()
export class TicketExportController {
  constructor(private readonly exports: TicketExport) {}

  @Get('tickets.csv')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Export tickets',
    description:
      'All that the list finds, in its order, as CSV (RFC 4180) that is safe to open in a spreadsheet: a text that would be ' +
      'taken for a formula has an apostrophe before it. An answer that breaks off is not whole.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({
    description: 'A table of tickets.',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  @ApiProblems('validation_failed', 'database_timeout')
  async export(
    @Query() query: ExportTicketsDto,
    @CurrentCaller() caller: Caller,
    @ClientGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.csv(query, caller, gone), CSV);
  }
}
