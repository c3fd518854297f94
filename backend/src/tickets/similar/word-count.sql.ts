/** Words of letters and digits, and pairs of letters where no spaces part words; no signs and no parts of words. */
export const IS_WORD = `length(lexeme) > 1 AND lexeme NOT LIKE '~%'`;

/** How many tickets are read. One of them stands for fifty at a million, and rare words are those in fewer than 2,000. */
const SAMPLE = 20_000;

/**
 * Counts the words of the desk anew, in a sample of whole blocks where there are many: some seconds of one core at any
 * size. The statements belong into one transaction.
 */
export const COUNT_WORDS: readonly string[] = [
  'DELETE FROM word_census',
  'DELETE FROM word_counts',
  `INSERT INTO word_census (tickets, share, last_number)
   SELECT count(*), least(1, ${SAMPLE} / greatest(1, count(*))::float8), (SELECT last_value FROM tickets_id_seq)
   FROM ticket_search`,
  `INSERT INTO word_counts (lexeme, tickets)
   SELECT lexeme, round(count(*) / max(c.share))
   FROM word_census AS c, ticket_search AS s TABLESAMPLE SYSTEM ((SELECT share * 100 FROM word_census)),
     unnest(tsvector_to_array(s.document)) AS lexeme
   WHERE ${IS_WORD}
   GROUP BY lexeme HAVING count(*) > 1`,
];

/** A word in a smaller share of the tickets is rare to a search, at any size of a desk. */
export const LEAST_FREQUENT = 0.001;

/** How many tickets there are, and the words that many have, each with the share that has it. */
export const FREQUENT_WORDS = `
  SELECT greatest(1, c.tickets) AS tickets, coalesce((
      SELECT json_agg(json_build_object('lexeme', w.lexeme, 'share', least(1, w.tickets / greatest(1, c.tickets)::float8)))
      FROM word_counts AS w WHERE w.tickets >= c.tickets * ${LEAST_FREQUENT}
    ), '[]') AS words
  FROM word_census AS c`;
