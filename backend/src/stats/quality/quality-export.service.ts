import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CsvSeparator } from '../../common/csv/spreadsheet-csv.ts';
import { qualityCsv } from './quality-csv.ts';
import { QualityService, type WithZone } from './quality.service.ts';
import type { QualityQuestion } from './quality.ts';

/** Writes how good suggestions are as a table for spreadsheets. */
@Injectable()
export class QualityExport {
  constructor(private readonly quality: QualityService) {}

  /** @throws ValidationFailed for days that make no period. */
  async csv(question: WithZone<QualityQuestion>, separator: CsvSeparator): Promise<Readable> {
    return qualityCsv(question.field, await this.quality.lines(question), separator);
  }
}
