import { type Stringifier, stringify } from 'csv-stringify';

/** What stands between two fields: a comma, or a semicolon for those whose spreadsheets keep the comma for numbers. */
export const CSV_SEPARATORS = [',', ';'] as const;

export type CsvSeparator = (typeof CSV_SEPARATORS)[number];

/**
 * The signs that make a formula of a text, in every width, also behind white space and what is invisible; and what starts
 * a line or a field anew.
 */
const FORMULA = /^['\s\p{Cf}]*[=+\-@﹢﹣﹦﹫＝＋－＠]|^'*[\t\r\n]/u;

/**
 * What people typed, so that no spreadsheet runs it: an apostrophe before what it would take for a formula. Text that has
 * one there already gets another, so that who takes the first away has what was typed.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Turns rows into CSV (RFC 4180): a header, lines that end in CR and LF, quotation marks where they are needed, UTF-8 with
 * a mark that spreadsheets know it by. Texts are `harmless`.
 */
export function spreadsheetCsv(columns: readonly string[], separator: CsvSeparator = ','): Stringifier {
  return stringify({
    columns: [...columns],
    header: true,
    bom: true,
    delimiter: separator,
    record_delimiter: 'windows',
    // A spreadsheet that expects the other separator would otherwise break a text in two.
    quoted_match: /[,;\t\r\n]/,
    cast: { string: harmless },
  });
}
