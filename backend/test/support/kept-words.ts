import { unpackModel } from '../../src/learning/domain/model-bytes.ts';
import type { TestApp } from './test-app.ts';

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/**
 * Where in the whole database a word stands: every column of every table, of whatever type, also within bytes, as
 * `table.column`. The word is given in lower case; that of columns does not matter, but within bytes.
 */
export async function placesOf(app: TestApp, word: string): Promise<string[]> {
  const columns = await app.sql<Column>(
    `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, a.atttypid::regtype::text AS type
     FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND a.attnum > 0 AND NOT a.attisdropped
       AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
  );
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const holds =
      type === 'bytea'
        ? `position(convert_to($1, 'UTF8') IN "${column}") > 0`
        : `position($1 IN lower("${column}"::text)) > 0`;
    const rows = await app.sql(`SELECT 1 FROM "${schema}"."${table}" WHERE ${holds} LIMIT 1`, [word]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  // Models are compressed.
  const models = await app.sql<{ bytes: Buffer }>('SELECT bytes FROM models WHERE bytes IS NOT NULL');
  if (models.some(({ bytes }) => JSON.stringify(unpackModel(bytes).head).includes(word))) found.push('models.bytes');
  return found.sort();
}
