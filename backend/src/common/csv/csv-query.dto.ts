import { ApiPropertyOptional } from '@nestjs/swagger';
import { Choice, Omittable } from '../validation/choice.decorator.ts';
import { CSV_SEPARATORS, type CsvSeparator } from './spreadsheet-csv.ts';

/** How a table is written. */
export class CsvQueryDto {
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
