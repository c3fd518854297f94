import { IntersectionType, OmitType } from '@nestjs/swagger';
import { CsvQueryDto } from '../../common/csv/csv-query.dto.ts';
import { ListTicketsDto } from './list-tickets.dto.ts';

/** Which tickets to export, in which order: as the list has them, without pages. */
export class ExportTicketsDto extends IntersectionType(
  OmitType(ListTicketsDto, ['limit', 'cursor', 'around', 'count']),
  CsvQueryDto,
) {}
