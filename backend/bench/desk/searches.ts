import type { Client } from 'pg';

/** How many searches there are of each kind. */
const EACH = 12;
/** Of how many words slips are looked for, and of how many partners. */
const TRIED = 40;
const PAIRED = 16;
/** Texts in which rare words and phrases are looked for. */
const READ = 400;
/** Words as people type them, of a script whose words are easy to mistype. */
const IS_TYPED = `lexeme ~ '^[a-z]{4,12}$'`;

export const SEARCH_KINDS = {
  rare: 'search, rare word',
  common: 'search, common word',
  two: 'search, two common words',
  phrase: 'search, phrase',
  prefix: 'search, beginning of a word',
  typo: 'search, no match (typo)',
  apart: 'search, two words that never meet',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

/** What people look for, taken from the tickets of the desk: the same words for the same tickets. */
export async function readSearches(client: Client): Promise<Readonly<Record<SearchKind, readonly string[]>>> {
  const words = async (condition: string, order: string, limit: number): Promise<string[]> => {
    const { rows } = await client.query<{ lexeme: string }>(
      `SELECT lexeme FROM word_counts, word_census WHERE ${IS_TYPED} AND ${condition} ORDER BY ${order}, lexeme LIMIT $1`,
      [limit],
    );
    return rows.map(({ lexeme }) => lexeme);
  };
  const common = await words('true', 'word_counts.tickets DESC', EACH);
  const middling = await words(
    'word_counts.tickets BETWEEN word_census.tickets * 0.002 AND word_census.tickets * 0.03',
    'word_counts.tickets DESC',
    TRIED,
  );
  const beginnings = [...new Set([...common, ...middling].map((word) => word.slice(0, 3)))];
  return {
    rare: await rareWords(client),
    common,
    two: common.map((word, index) => `${word} ${common[(index + 1) % common.length] ?? ''}`),
    phrase: await phrases(client),
    prefix: beginnings.slice(0, EACH),
    typo: await slips(client, common.concat(middling)),
    apart: await apart(client, middling.slice(0, PAIRED)),
  };
}

/** Words that few tickets have, as the index itself tells. */
async function rareWords(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ lexeme: string }>(
    `WITH chosen AS (SELECT document FROM ticket_search ORDER BY hashint8(ticket_id), ticket_id LIMIT ${READ}),
       tried AS (
         SELECT DISTINCT md5(lexeme) AS place, lexeme FROM chosen, unnest(tsvector_to_array(document)) AS lexeme
         WHERE ${IS_TYPED} AND length(lexeme) > 6 ORDER BY place LIMIT ${TRIED})
     SELECT lexeme FROM tried
     ORDER BY (SELECT count(*) FROM ticket_search WHERE document @@ search_query(lexeme, false)), lexeme LIMIT ${EACH}`,
  );
  return rows.map(({ lexeme }) => lexeme);
}

/** Words that follow one another in a text, in quotation marks. */
async function phrases(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ phrase: string }>(
    `SELECT min(phrase) AS phrase FROM (
       SELECT id, (regexp_match(description, '\\m[a-z]{4,} [a-z]{4,}\\M'))[1] AS phrase
       FROM (SELECT id, description FROM tickets WHERE deleted_at IS NULL ORDER BY hashint8(id), id LIMIT ${READ}) AS chosen
     ) AS found WHERE phrase IS NOT NULL GROUP BY id ORDER BY md5(min(phrase)) LIMIT ${EACH}`,
  );
  return rows.map(({ phrase }) => `"${phrase}"`);
}

/** Frequent words with two letters in the wrong order, which no ticket has. */
async function slips(client: Client, words: readonly string[]): Promise<string[]> {
  const slipped = words.map((word) => word.replace(/^(..)(.)(.)/, '$1$3$2')).filter((word) => !words.includes(word));
  const { rows } = await client.query<{ word: string }>(
    `SELECT word FROM unnest($1::text[]) WITH ORDINALITY AS tried (word, place)
     WHERE NOT EXISTS (SELECT FROM ticket_search WHERE document @@ search_query(word, false))
     ORDER BY place LIMIT ${EACH}`,
    [slipped],
  );
  return rows.map(({ word }) => word);
}

/** Pairs of words that many tickets have, and none has both. */
async function apart(client: Client, words: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ pair: string }>(
    `SELECT one || ' ' || other AS pair
     FROM unnest($1::text[]) WITH ORDINALITY AS a (one, place), unnest($1::text[]) WITH ORDINALITY AS b (other, next)
     WHERE place < next AND NOT EXISTS (
       SELECT FROM ticket_search WHERE document @@ (search_query(one, false) && search_query(other, false)))
     ORDER BY place + next, place LIMIT ${EACH}`,
    [words],
  );
  return rows.map(({ pair }) => pair);
}
