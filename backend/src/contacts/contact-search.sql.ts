import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { allWords } from '../database/all-words.ts';
import type { Statement } from '../database/statement.ts';

/** Hits of an index that are looked at. Words that more names or addresses have are found among the newest contacts. */
export const HITS_AT_MOST = 2_000;
/** Of the newest contacts so many are looked through for one page; to make a name comparable takes the database 50 µs. */
export const DEPTH = 500;

/** Which page of contacts, newest first: those whose name, or one of whose addresses, has all the words. */
export interface ContactPageQuery {
  readonly words: readonly string[];
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** The newest contacts of a page, by their ids. */
export function newestContacts({ after, limit }: ContactPageQuery): Statement {
  const parameters: unknown[] = [limit];
  const sql = `SELECT id, created_at FROM contacts AS c WHERE ${passing(after, parameters)} ${newestFirst('c')} LIMIT $1`;
  return { sql, parameters };
}

/**
 * The same of those who have the words, through the indexes: each row, of which there is one at least, says besides whether
 * those named more than are looked at (`too_many`); then it may not be the page.
 */
export function indexedContacts({ words, after, limit }: ContactPageQuery): Statement {
  const parameters: unknown[] = [limit];
  const asked = allWords(words, parameters);
  const most = String(HITS_AT_MOST + 1);
  const sql = `WITH RECURSIVE hits AS MATERIALIZED (
      (SELECT id, merged_into FROM contacts WHERE search_document(name, '') @@ (${asked}) LIMIT ${most})
      UNION ALL
      (SELECT c.id, c.merged_into FROM contact_addresses AS a JOIN contacts AS c ON c.id = a.contact_id
       WHERE search_document(a.address, '') @@ (${asked}) LIMIT ${most})
    ), found AS (
      SELECT id, merged_into FROM hits
      UNION SELECT c.id, c.merged_into FROM found JOIN contacts AS c ON c.id = found.merged_into
    )
    SELECT page.*, (SELECT count(*) >= ${most} FROM hits) AS too_many
    FROM (VALUES (1)) AS one LEFT JOIN (
      SELECT c.id, c.created_at FROM (SELECT DISTINCT id FROM found OFFSET 0) AS f
        CROSS JOIN LATERAL (SELECT * FROM contacts WHERE id = f.id OFFSET 0) AS c
      WHERE ${passing(after, parameters)} ${newestFirst('c')} LIMIT $1
    ) AS page ON true ${newestFirst('page')}`;
  return { sql, parameters };
}

/**
 * The same among the first `DEPTH` contacts alone, of which as many are looked at as it takes: each row, of which there is one
 * at least, says besides where the last of those stands (`edge_`), which is nowhere when there are no more.
 */
export function walkedContacts({ words, after, limit }: ContactPageQuery): Statement {
  const parameters: unknown[] = [limit];
  const asked = allWords(words, parameters);
  const sql = `WITH asked AS MATERIALIZED (SELECT ${asked} AS query), looked AS MATERIALIZED (
      SELECT c.id, c.created_at FROM contacts AS c WHERE ${passing(after, parameters)} ${newestFirst('c')} LIMIT ${String(DEPTH)}
    ), page AS MATERIALIZED (
      SELECT c.* FROM looked AS c WHERE EXISTS (
        WITH RECURSIVE family AS (
          SELECT c.id UNION SELECT m.id FROM family JOIN contacts AS m ON m.merged_into = family.id
        )
        SELECT FROM family JOIN contacts AS m USING (id)
        WHERE search_document(m.name, '') @@ (SELECT query FROM asked) OR EXISTS (
          SELECT FROM contact_addresses AS a
          WHERE a.contact_id = m.id AND search_document(a.address, '') @@ (SELECT query FROM asked))
        OFFSET 0)
      LIMIT $1
    )
    SELECT page.*, edge.id AS edge_id, edge.created_at AS edge_created_at
    FROM (VALUES (1)) AS one LEFT JOIN page ON true
      LEFT JOIN (SELECT * FROM looked ${newestFirst('looked')} LIMIT 1 OFFSET ${String(DEPTH - 1)}) AS edge ON true
    ${newestFirst('page')}`;
  return { sql, parameters };
}

function newestFirst(contacts: string): string {
  return `ORDER BY ${contacts}.created_at DESC, ${contacts}.id DESC`;
}

function passing(after: KeysetPosition | null, parameters: unknown[]): string {
  if (after === null) return 'c.merged_into IS NULL';
  const [at, id] = [parameters.push(after.createdAt), parameters.push(after.id)];
  return `c.merged_into IS NULL AND (c.created_at, c.id) < ($${String(at)}, $${String(id)})`;
}
