import { createHash } from 'node:crypto';
import { readingsOf } from './readings-of-bytes.ts';
import { holds, soughtWord } from './sought-word.ts';
import type { TestApp } from './test-app.ts';

interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly bytes: readonly string[];
}

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS table, json_agg(a.attname) AS columns,
    coalesce(json_agg(a.attname) FILTER (WHERE a.atttypid = 'bytea'::regtype), '[]') AS bytes
  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm', 'S') AND a.attnum > 0 AND NOT a.attisdropped
    AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  GROUP BY 1, 2`;

/** What stands outside of tables: names of things, remarks at them, large objects. */
const ELSEWHERE = [
  ['pg_class.relname', 'SELECT relname::text AS value FROM pg_class'],
  ['pg_attribute.attname', 'SELECT attname::text AS value FROM pg_attribute WHERE attrelid >= 16384'],
  ['pg_description.description', 'SELECT description AS value FROM pg_description WHERE objoid >= 16384'],
  ['pg_largeobject.data', 'SELECT data AS value FROM pg_largeobject'],
] as const;

/** What was read before: most of it is the same from one look to the next. Of what stands nowhere any more `placesOf` lets go. */
let known = new Map<string, string>();

/**
 * Where in the whole database a word stands: every column of every table, sequences and those of pg-boss among them, as `table.column`.
 * It is found in whatever letter case, folded and stemmed, as the ends of words in the index of texts, as the runs of letters of a
 * vocabulary, by its hash, in every encoding that `readingsOf` knows, and in what is packed. The samples of values that PostgreSQL keeps
 * are looked through by themselves: `samplesOf`.
 */
export async function placesOf(app: TestApp, word: string): Promise<string[]> {
  const sought = await soughtWord(app, word);
  const found = new Set<string>();
  const seen = new Map<string, string>();
  const look = (place: string, value: unknown) => {
    if (value === null || found.has(place)) return;
    const [key, readings] = readOnce(value as string | Buffer);
    seen.set(key, readings);
    if (holds(readings, sought)) found.add(place);
  };
  for (const { schema, table, columns, bytes } of await app.sql<Table>(TABLES)) {
    const asked = columns.map((column) =>
      bytes.includes(column) ? `"${column}"` : `"${column}"::text AS "${column}"`,
    );
    for (const row of await app.sql(`SELECT ${asked.join(', ')} FROM "${schema}"."${table}"`))
      for (const [column, value] of Object.entries(row)) look(`${table}.${column}`, value);
  }
  for (const [place, statement] of ELSEWHERE)
    for (const { value } of await app.sql<{ value: unknown }>(statement)) look(place, value);
  known = seen;
  return [...found].sort();
}

/** Of which columns PostgreSQL has kept a value with a word for its planner, as `table.column`: it takes anew whenever it analyses a table. */
export async function samplesOf(app: TestApp, word: string): Promise<string[]> {
  const sought = await soughtWord(app, word);
  const rows = await app.sql<{ place: string; values: string }>(
    `SELECT tablename || '.' || attname AS place, concat_ws(' ', most_common_vals::text, histogram_bounds::text,
       most_common_elems::text) AS values
     FROM pg_stats WHERE schemaname NOT LIKE 'pg\\_%' AND schemaname <> 'information_schema'`,
  );
  return rows
    .filter(({ values }) => holds(readOnce(values)[1], sought))
    .map(({ place }) => place)
    .sort();
}

/** Whether a text, such as a log or the content of a file, holds a word in any of those forms. */
export async function says(app: TestApp, content: string | Buffer, word: string): Promise<boolean> {
  return holds(readOnce(content)[1], await soughtWord(app, word));
}

function readOnce(value: string | Buffer): readonly [key: string, readings: string] {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  const key = bytes.length <= 64 ? bytes.toString('latin1') : createHash('sha1').update(bytes).digest('base64');
  const readings = known.get(key) ?? readingsOf(bytes);
  known.set(key, readings);
  return [key, readings];
}
