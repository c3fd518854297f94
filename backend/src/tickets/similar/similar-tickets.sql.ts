import type { Statement } from '../../database/statement.ts';
import { plannedEachTime } from '../../database/planned-each-time.ts';
import { COLUMNS, FENCE, Parameters } from '../ticket-slice.sql.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';
import type { Lookup, WeighedWord } from './domain/rare-words.ts';
import { IS_OF_TEXT, IS_WORD } from './word-count.sql.ts';

/** What one lookup reads at most, should there be more tickets than were expected. */
const ROWS_A_LOOKUP = 1_000;
/** How many of those found are weighed by all words of the text, and how many of these are compared letter by letter. */
const WEIGHED = 60;
const COMPARED = 20;
/** Comparing letters takes time for each of them; what a text is about stands at its beginning. In characters. */
const COMPARED_LENGTH = 800;
/** Making a long text comparable takes longer than all the rest. In characters. */
const READ_LENGTH = 4_000;
/** So that a very short text is not like everything that has its one word. In bytes. */
const PADDING = 60;

const COUNTED = 'LEFT JOIN word_counts AS c USING (lexeme)';

/** What is known of how frequent words are, and the highest number of a ticket. */
export const CENSUS: Statement = {
  sql: `SELECT c.tickets, c.share, c.last_number AS counted_until, s.last_value AS last_number
    FROM tickets_id_seq AS s LEFT JOIN word_census AS c ON true`,
  parameters: [],
};

/** The words of a ticket's text, each with how many tickets have it. */
export function wordsOfTicket(id: number): Statement {
  return {
    sql: `SELECT lexeme, c.tickets FROM ticket_search AS s CROSS JOIN unnest(s.document) AS w ${COUNTED}
      WHERE s.ticket_id = $1 AND ${IS_WORD} AND ${IS_OF_TEXT}`,
    parameters: [id],
  };
}

/** The same of a text that is no ticket yet. */
export function wordsOfText({ title, description }: TicketText): Statement {
  return {
    sql: `SELECT lexeme, c.tickets FROM unnest(search_document($1, left($2, ${READ_LENGTH}))) AS w ${COUNTED}
      WHERE ${IS_WORD}`,
    parameters: [title, description],
  };
}

/**
 * The tickets that the lookups find, those with the rarest words first, and which lookups found each. The text index is
 * asked for one lookup after another, so that each is an exact look into it.
 */
export function candidates(lookups: readonly Lookup[], except: number | null): Statement {
  const parameters = new Parameters();
  const queries = parameters.add(lookups.map(({ words }) => allOf(words)));
  const weights = parameters.add(lookups.map(({ weight }) => weight));
  return parameters.statement(
    plannedEachTime(`
    SELECT ticket_id, array_agg(place::int) AS places
    FROM unnest(${queries}::text[], ${weights}::float8[]) WITH ORDINALITY AS lookup (query, weight, place)
    CROSS JOIN LATERAL (
      SELECT ticket_id FROM ticket_search WHERE document @@ query::tsquery LIMIT ${ROWS_A_LOOKUP} ${FENCE}
    ) AS hit
    WHERE ticket_id IS DISTINCT FROM ${parameters.add(except)}::bigint
    GROUP BY ticket_id ORDER BY sum(weight) DESC, ticket_id DESC LIMIT ${WEIGHED}`),
  );
}

/**
 * Of some candidates those that are most similar, at least `floor`: the mean of how much of the weight of the words two
 * texts share (the cosine, with the length of a text for what its other words weigh) and of how many trigrams.
 */
export function mostSimilar(
  ids: readonly number[],
  asked: { readonly text: TicketText; readonly words: readonly WeighedWord[] },
  { floor, limit }: { readonly floor: number; readonly limit: number },
): Statement {
  const parameters = new Parameters();
  const chosen = parameters.add(ids);
  const queries = parameters.add(asked.words.map(formsOf));
  const weights = parameters.add(asked.words.map(({ weight }) => weight));
  const all = parameters.add(asked.words.reduce((sum, { weight }) => sum + weight, 0));
  const { title, description } = asked.text;
  const length = parameters.add(Buffer.byteLength(title) + Buffer.byteLength(description) + PADDING);
  const text = parameters.add([...`${title} ${description}`].slice(0, COMPARED_LENGTH).join(''));
  return parameters.statement(
    plannedEachTime(`
    WITH asked AS MATERIALIZED (
      SELECT query::tsquery, weight FROM unnest(${queries}::text[], ${weights}::float8[]) AS a (query, weight)
    ), near AS (
      SELECT t.*, least(1, shared.weight / ${all}::float8 * sqrt(${length}::float8
        / (octet_length(t.title) + octet_length(t.description) + ${PADDING}))) AS overlap
      FROM unnest(${chosen}::bigint[]) AS candidate (id)
      JOIN tickets AS t ON t.id = candidate.id AND t.deleted_at IS NULL
      JOIN ticket_search AS s ON s.ticket_id = t.id
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(weight), 0) AS weight FROM asked WHERE s.document @@ query ${FENCE}
      ) AS shared
      ORDER BY overlap DESC, t.id DESC LIMIT ${COMPARED}
    ), compared AS (
      SELECT t.*, (overlap + similarity(${text},
        left(t.title || ' ' || left(t.description, ${COMPARED_LENGTH}), ${COMPARED_LENGTH}))) / 2 AS similarity
      FROM near AS t
    )
    SELECT ${COLUMNS}, similarity FROM compared AS t WHERE similarity >= ${parameters.add(floor)}
    ORDER BY similarity DESC, t.id DESC LIMIT ${parameters.add(limit)}`),
  );
}

/** In texts alone, whose words have weight D: what was said about a ticket makes it like no other. */
function formsOf({ lexeme, beginning }: WeighedWord): string {
  return `${allOf([beginning])}:${beginning === lexeme ? '' : '*'}D`;
}

/** As PostgreSQL reads a tsquery. */
function allOf(lexemes: readonly string[]): string {
  return lexemes.map((lexeme) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' & ');
}
