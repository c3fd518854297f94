import type { Baselines } from './baselines.ts';
import type { CurvePoint } from './curve.ts';
import type { EvaluationReport } from './evaluation.ts';
import type { FieldReport } from './field-report.ts';

/** An evaluation for people to read, in lines of plain text. */
export function inWords(report: EvaluationReport): string {
  const lines = [
    `${String(report.tickets)} tickets, judged by ${report.provider}; learned from ${report.learned_from}.`,
    ...report.notes,
    ...(report.failures > 0 ? [`${String(report.failures)} tickets got no answer and count nowhere.`] : []),
    '',
    'CATEGORY',
    ...fieldInWords(report, report.baselines),
    `${report.ms_per_prediction.toFixed(3)} ms for each prediction`,
    ...(report.curve ? ['', 'AS TICKETS ARE FED BACK', ...curveInWords(report.curve)] : []),
    '',
    'PRIORITY',
    ...(report.priority ? fieldInWords(report.priority, report.priority.baselines) : ['The file has no priorities.']),
  ];
  return `${lines.join('\n')}\n`;
}

function fieldInWords(report: FieldReport, { majority, keywords }: Baselines): string[] {
  const silent = Object.entries(report.abstained).map(([reason, share]) => `${reason} ${percent(share)}`);
  return [
    `accuracy ${percent(report.accuracy)}, macro-F1 ${percent(report.macro_f1)}, kappa ${report.kappa.toFixed(2)}, ` +
      `ECE ${report.ece === null ? 'not stated' : report.ece.toFixed(3)}`,
    `for comparison: always the commonest ${percent(majority.accuracy)} (macro-F1 ${percent(majority.macro_f1)}), ` +
      `keywords ${percent(keywords.accuracy)} (macro-F1 ${percent(keywords.macro_f1)})`,
    `suggested alone for ${percent(report.coverage)} of the tickets, of which ${percent(report.accuracy_at_threshold)} right; ` +
      `at a confidence of 90 % and more: ${percent(report.sure_coverage)}, of which ${percent(report.sure_precision)} right`,
    `two to choose from for ${percent(report.two)}, one of them right in ${percent(report.two_right)}; ` +
      `one or two offered for ${percent(report.offered)}, of which one is right in ${percent(report.offered_right)}; ` +
      (silent.length === 0 ? 'never silent' : `silent: ${silent.join(', ')}`),
    '',
    ...table([
      ['', 'precision', 'recall', 'F1', 'tickets'],
      ...report.classes.map(({ name, precision, recall, f1, support }) => [
        ...[name, percent(precision), percent(recall), percent(f1), String(support)],
      ]),
    ]),
    '',
    ...table([
      ['decided / suggested', ...report.classes.map(({ name }) => name)],
      ...report.confusion.map((row, at) => [report.classes[at]?.name ?? '', ...row.map(String)]),
    ]),
  ];
}

function curveInWords(curve: readonly CurvePoint[]): string[] {
  return table([
    ['fed', 'accuracy', '±', 'macro-F1', '±', 'ECE', 'alone', 'right', 'two', 'right', 'silent', 'at 90 %', 'right'],
    ...curve.map((point) => [
      String(point.corrections),
      ...[percent(point.accuracy), percent(point.accuracy_sd), percent(point.macro_f1), percent(point.macro_f1_sd)],
      point.ece.toFixed(3),
      ...[percent(point.coverage), percent(point.accuracy_at_threshold)],
      ...[percent(point.two), percent(point.two_right), percent(1 - point.offered)],
      ...[percent(point.sure_coverage), percent(point.sure_precision)],
    ]),
  ]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
