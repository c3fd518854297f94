import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { DecidedTicket } from '../domain/decided-ticket.ts';
import { BadInput } from './bad-input.ts';
import { columnNotes } from './column-notes.ts';

/** The tickets of a file, and what of it could not be used, in sentences. */
export interface LabelledTickets {
  readonly tickets: readonly DecidedTicket[];
  readonly notes: readonly string[];
  /** The categories of the file as they are written there, mapped or not. */
  readonly written: ReadonlySet<string>;
}

/** From a category of the file to the one it counts as; null leaves its tickets out. */
export type CategoryMap = ReadonlyMap<string, string | null>;

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads tickets from CSV (RFC 4180, with a line of names) or from lines of JSON, with `title`, `description`, `category` and
 * `priority`, of which the first and the last may be missing.
 *
 * @throws BadInput when the file cannot be read or holds no ticket with a category.
 */
export function labelledTickets(file: string, map: CategoryMap): LabelledTickets {
  const text = contentOf(file).replace(/^\uFEFF/, '');
  const rows = (isJsonLines(file, text) ? jsonRows(file, text) : csvRows(file, text)).map(withPlainNames);
  const [first] = rows;
  if (!first) throw new BadInput(`${file} holds no tickets.`);
  for (const name of ['description', 'category']) {
    if (!rows.some((row) => name in row)) {
      throw new BadInput(`${file} has no ${name}; it has ${Object.keys(first).join(', ') || 'nothing'}.`);
    }
  }
  const tickets = rows.flatMap((row) => ticketOf(row, map) ?? []);
  if (tickets.length === 0)
    throw new BadInput(`No ticket of ${file} has both a text and a category that is not left out.`);
  const written = new Set(rows.map((row) => wordsIn(row['category'])));
  return { tickets, notes: [...columnNotes(file, rows), ...notesOn(file, rows, tickets.length)], written };
}

/** What a map names that no file has: a slip of the pen, most likely. */
export function unusedOf(map: CategoryMap, files: readonly Pick<LabelledTickets, 'written'>[]): string[] {
  const unused = [...map.keys()].filter((from) => !files.some(({ written }) => written.has(from)));
  return unused.length === 0 ? [] : [`The map names what no row has as its category: ${unused.join(', ')}.`];
}

function contentOf(file: string): string {
  try {
    return decoded(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(`${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : String(code)}.`);
  }
}

/** UTF-8, UTF-16 with its mark, else what spreadsheets of western Europe write. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
}

function isJsonLines(file: string, text: string): boolean {
  return ['.jsonl', '.ndjson', '.json'].includes(extname(file).toLowerCase()) || /^\s*[{[]/.test(text);
}

function jsonRows(file: string, text: string): Row[] {
  if (/^\s*\[/.test(text)) return asRows(file, parsedJson(text, file));
  return text.split('\n').flatMap((line, at) => {
    return line.trim() === '' ? [] : asRows(file, [parsedJson(line, `Line ${String(at + 1)} of ${file}`)]);
  });
}

function parsedJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(`${where} is no JSON.`);
  }
}

function asRows(file: string, values: unknown): Row[] {
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'object' && value !== null)) {
    throw new BadInput(`${file} must hold one object for each ticket.`);
  }
  return values as Row[];
}

/** The line that spreadsheets put above the names to tell what separates them. */
const TOLD_DELIMITER = /^sep=([,;\t|])\r?\n/i;

function csvRows(file: string, text: string): Row[] {
  const told = TOLD_DELIMITER.exec(text);
  const content = text.slice(told?.[0].length ?? 0);
  try {
    return parse(content, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      delimiter: told?.[1] ?? delimiterOf(content),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadInput(`${file} is no CSV that can be read: ${error.message}.`);
  }
}

/** Some programs write semicolons, tabs or bars; the line of names tells. */
function delimiterOf(text: string): string {
  const [names = ''] = text.split(/\r?\n/, 1);
  const [most = ','] = [',', ';', '\t', '|'].toSorted(
    (one, other) => names.split(other).length - names.split(one).length,
  );
  return most;
}

function withPlainNames(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.trim().toLowerCase(), value]));
}

function ticketOf(row: Row, map: CategoryMap): DecidedTicket | null {
  const text = { title: wordsIn(row['title']), description: wordsIn(row['description']) };
  const named = wordsIn(row['category']);
  const category = map.has(named) ? (map.get(named) ?? '') : named;
  if (category === '' || `${text.title}${text.description}` === '') return null;
  return { text, category, priority: priorityOf(row) };
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function priorityOf(row: Row): TicketPriority | null {
  const written = wordsIn(row['priority']).toLowerCase();
  return TICKET_PRIORITIES.find((priority) => priority === written) ?? null;
}

function notesOn(file: string, rows: readonly Row[], used: number): string[] {
  const left = rows.length - used;
  const odd = rows.filter((row) => wordsIn(row['priority']) !== '' && priorityOf(row) === null).length;
  return [
    ...(left > 0
      ? [
          `${String(left)} of ${String(rows.length)} rows of ${file} are left out: no text, no category, or mapped to nothing.`,
        ]
      : []),
    ...(odd > 0
      ? [
          `${String(odd)} of ${String(rows.length)} rows of ${file} have a priority that is none of ${TICKET_PRIORITIES.join(', ')}; it is left out.`,
        ]
      : []),
  ];
}
