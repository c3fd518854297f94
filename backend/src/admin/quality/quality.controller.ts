import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { QualityExport } from '../../stats/quality/quality-export.service.ts';
import { QualityService } from '../../stats/quality/quality.service.ts';
import { CellTicketListDto } from './dto/cell-ticket.dto.ts';
import { CellQueryDto, QualityCsvQueryDto, QualityQueryDto } from './dto/quality-query.dto.ts';
import { QualityDto } from './dto/quality.dto.ts';

const CSV = { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="ai-quality.csv"' };

@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions')
export class QualityController {
  constructor(
    private readonly quality: QualityService,
    private readonly exports: QualityExport,
  ) {}

  @Get('quality')
  @ApiOperation({
    summary: 'How good are the suggestions?',
    description:
      'Counted from the ledger of suggestions. What people keep (acceptance) is not how often the desk is right: for that, a ' +
      'random share of suggestions is hidden (unbiased accuracy). Percentages appear from 50 tickets on which a person has ' +
      'decided. Suggestions that nobody saw in place of the one shown, and tickets that came without one, count nowhere.',
  })
  @ApiOkResponse({ description: 'The figures.', type: QualityDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async read(@Query() query: QualityQueryDto): Promise<QualityDto> {
    return QualityDto.ofQuality(await this.quality.read(QualityQueryDto.read(query)), query);
  }

  @Get('quality.csv')
  @ApiOperation({
    summary: 'Export how good the suggestions are',
    description:
      'One line for each part of the period, model and version, as CSV (RFC 4180) that is safe to open in a spreadsheet. ' +
      'Lines of the source `default` are questions without a suggestion.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'A table of figures.', content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiProblems('validation_failed', 'database_timeout')
  async export(@Query() query: QualityCsvQueryDto): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.csv(QualityQueryDto.read(query), query.separator), CSV);
  }

  @Get('quality/tickets')
  @ApiOperation({
    summary: 'Tickets behind a cell of the confusion matrix',
    description: 'The newest suggestion first; pages follow one another by cursor. Deleted tickets are left out.',
  })
  @ApiOkResponse({ description: 'One page of tickets.', type: CellTicketListDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async tickets(@Query() query: CellQueryDto): Promise<CellTicketListDto> {
    return CellTicketListDto.of(await this.quality.ticketsOf(CellQueryDto.readCell(query), query));
  }
}
