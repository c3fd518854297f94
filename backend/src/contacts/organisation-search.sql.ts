import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { allWords } from '../database/all-words.ts';
import type { Statement } from '../database/statement.ts';

/** Which page of organisations, newest first: those whose name has all the words. */
export interface OrganisationPageQuery {
  readonly words: readonly string[];
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** The ids of a page. Words are asked of the index, whose hits alone are put in order. */
export function organisationPage({ words, after, limit }: OrganisationPageQuery): Statement {
  const parameters: unknown[] = [limit];
  const place = (value: unknown) => `$${String(parameters.push(value))}`;
  const asked = allWords(words, parameters);
  const hits = words.length === 0 ? '' : `WHERE search_document(name, '') @@ (${asked})`;
  const beyond = after === null ? '' : `WHERE (o.created_at, o.id) < (${place(after.createdAt)}, ${place(after.id)})`;
  const sql = `WITH hits AS ${words.length === 0 ? '' : 'MATERIALIZED '}(SELECT id, created_at FROM organisations ${hits})
    SELECT o.id FROM hits AS o ${beyond} ORDER BY o.created_at DESC, o.id DESC LIMIT $1`;
  return { sql, parameters };
}
