import type { Stringifier } from 'csv-stringify';
import { type CsvSeparator, spreadsheetCsv } from '../../common/csv/spreadsheet-csv.ts';
import type { SuggestedField } from '../../suggestions/domain/suggested-field.ts';
import type { OutcomeLine } from './quality.ts';

const COLUMNS = [
  ...['field', 'from', 'to', 'source', 'model', 'version', 'asked', 'suggested', 'abstained'],
  ...['shown_decided', 'kept', 'acceptance', 'acceptance_low', 'acceptance_high', 'overridden'],
  ...['hidden_decided', 'right', 'unbiased_accuracy', 'unbiased_accuracy_low', 'unbiased_accuracy_high'],
  ...['prompt_tokens', 'completion_tokens', 'cost'],
  ...['known_share_of', 'known_share', 'known_share_deviation'],
] as const;

/** Turns what became of suggestions into CSV for spreadsheets: one line for each part of the period, model and version. */
export function qualityCsv(field: SuggestedField, lines: readonly OutcomeLine[], separator: CsvSeparator): Stringifier {
  const csv = spreadsheetCsv(COLUMNS, separator);
  for (const line of lines) csv.write(rowOf(field, line));
  csv.end();
  return csv;
}

function rowOf(
  field: SuggestedField,
  { from, to, source, model, version, outcomes, shares, known, ...line }: OutcomeLine,
) {
  const { acceptance, override, unbiasedAccuracy } = shares;
  return {
    ...{ field, from, to, source, model, version },
    ...{ asked: outcomes.asked, suggested: outcomes.suggested, abstained: outcomes.abstained },
    ...{ shown_decided: acceptance.of, kept: acceptance.part, acceptance: acceptance.share },
    ...{ acceptance_low: acceptance.low, acceptance_high: acceptance.high, overridden: override.part },
    ...{ hidden_decided: unbiasedAccuracy.of, right: unbiasedAccuracy.part },
    unbiased_accuracy: unbiasedAccuracy.share,
    ...{ unbiased_accuracy_low: unbiasedAccuracy.low, unbiased_accuracy_high: unbiasedAccuracy.high },
    ...{ prompt_tokens: line.promptTokens, completion_tokens: line.completionTokens, cost: line.cost },
    ...{ known_share_of: known.of, known_share: known.mean, known_share_deviation: known.deviation },
  };
}
