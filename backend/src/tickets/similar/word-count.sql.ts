/** Whether a word of a document, as `unnest` gives it, is one of the ticket's own text, and not of its people or messages alone. */
export const IS_OF_TEXT = `(weights IS NULL OR 'D' = ANY (weights))`;
/** Words of letters and digits, and pairs of letters where no spaces part words; no signs and no parts of words. */
export const IS_WORD = `length(lexeme) > 1 AND lexeme NOT LIKE '~%'`;

/** A word in a smaller share of the tickets is rare to a search, at any size of a desk. */
export const LEAST_FREQUENT = 0.001;

/** How many tickets are read. One of them stands for fifty at a million, and rare words are those in fewer than 2,000. */
const SAMPLE = 20_000;

/**
 * Counts the words of the desk anew, in a sample of whole blocks where there are many: some seconds of one core at any
 * size: those of texts alone, which similar tickets go by, and then the frequent ones of all that searches look at, people and
 * messages among it (of long conversations the beginning). The statements belong into one transaction.
 */
export const COUNT_WORDS: readonly string[] = [
  'DELETE FROM word_census',
  'DELETE FROM word_counts',
  'DELETE FROM frequent_words',
  `INSERT INTO word_census (tickets, share, last_number)
   SELECT count(*), least(1, ${SAMPLE} / greatest(1, count(*))::float8), (SELECT last_value FROM tickets_id_seq)
   FROM ticket_search`,
  `INSERT INTO word_counts (lexeme, tickets)
   SELECT lexeme, round(count(*) / max(c.share))
   FROM word_census AS c, ticket_search AS s TABLESAMPLE SYSTEM ((SELECT share * 100 FROM word_census)),
     unnest(CASE WHEN s.pages = 0 THEN tsvector_to_array(s.document)
       ELSE ARRAY (SELECT lexeme FROM unnest(s.document) WHERE ${IS_OF_TEXT}) END) AS lexeme
   WHERE ${IS_WORD}
   GROUP BY lexeme HAVING count(*) > 1`,
  `INSERT INTO frequent_words (lexeme, tickets)
   SELECT lexeme, sum(counted.tickets)
   FROM (
     SELECT lexeme, tickets FROM word_counts
     UNION ALL
     SELECT lexeme, round(count(*) / max(c.share))
     FROM word_census AS c, ticket_search AS s TABLESAMPLE SYSTEM ((SELECT share * 100 FROM word_census)),
       unnest(s.document) AS word
     WHERE s.pages > 0 AND ${IS_WORD} AND NOT ${IS_OF_TEXT}
     GROUP BY lexeme HAVING count(*) > 1
   ) AS counted
   GROUP BY lexeme HAVING sum(counted.tickets) >= (SELECT tickets FROM word_census) * ${LEAST_FREQUENT}`,
];

/** How many tickets there are, and the words that many have, in whatever searches look at, each with the share that has it. */
export const FREQUENT_WORDS = `
  SELECT greatest(1, c.tickets) AS tickets, coalesce((
      SELECT json_agg(json_build_object('lexeme', w.lexeme, 'share', least(1, w.tickets / greatest(1, c.tickets)::float8)))
      FROM frequent_words AS w
    ), '[]') AS words
  FROM word_census AS c`;
