import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { CSV_SEPARATORS, type CsvSeparator } from '../../common/csv/spreadsheet-csv.ts';
import { Choice, Omittable } from '../../common/validation/choice.decorator.ts';
import { ListTicketsDto } from './list-tickets.dto.ts';

/** Which tickets to export, in which order: as the list has them, without pages. */
export class ExportTicketsDto extends OmitType(ListTicketsDto, ['limit', 'cursor', 'around']) {
  @ApiPropertyOptional({
    enum: CSV_SEPARATORS,
    default: ',',
    example: ',',
    description: 'What stands between two fields. Where numbers have a decimal comma, spreadsheets want a semicolon.',
  })
  @Omittable()
  @Choice('Separator', CSV_SEPARATORS)
  separator: CsvSeparator = ',';
}
