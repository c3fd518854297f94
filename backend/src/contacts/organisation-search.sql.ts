import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { allWords } from '../database/all-words.ts';
import type { Statement } from '../database/statement.ts';

/** Which page of organisations, newest first: those whose name has all the words. */
export interface OrganisationPageQuery {
  readonly words: readonly string[];
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** Words that more names have are looked for among the newest organisations first. */
const HITS_AT_MOST = 10_000;
/** So many of those; to make a name comparable takes the database 50 µs. */
const DEPTH = 200;

/**
 * The ids of a page. Words are asked of the index, whose hits alone are put in order. Of words that very many have the newest organisations
 * mostly fill the page; where they do not, all hits are put in order.
 */
export function organisationPage({ words, after, limit }: OrganisationPageQuery): Statement {
  const parameters: unknown[] = [limit];
  const place = (value: unknown) => `$${String(parameters.push(value))}`;
  const beyond = after === null ? 'true' : `(o.created_at, o.id) < (${place(after.createdAt)}, ${place(after.id)})`;
  const newestFirst = 'ORDER BY o.created_at DESC, o.id DESC';
  if (words.length === 0)
    return { sql: `SELECT o.id FROM organisations AS o WHERE ${beyond} ${newestFirst} LIMIT $1`, parameters };
  const has = `search_document(o.name, '') @@ (${allWords(words, parameters)})`;
  const sql = `WITH probed AS MATERIALIZED (SELECT FROM organisations AS o WHERE ${has} LIMIT ${String(HITS_AT_MOST + 1)}),
    looked AS MATERIALIZED (
      SELECT o.id, o.name FROM organisations AS o
      WHERE (SELECT count(*) > ${String(HITS_AT_MOST)} FROM probed) AND ${beyond} ${newestFirst} LIMIT ${String(DEPTH)}
    ), newest AS MATERIALIZED (SELECT o.id FROM looked AS o WHERE ${has} LIMIT $1),
    hits AS MATERIALIZED (
      SELECT o.id, o.created_at FROM organisations AS o WHERE (SELECT count(*) < $1 FROM newest) AND ${has}
    )
    SELECT id FROM newest WHERE (SELECT count(*) = $1 FROM newest)
    UNION ALL (SELECT o.id FROM hits AS o WHERE ${beyond} ${newestFirst} LIMIT $1)`;
  return { sql, parameters };
}
