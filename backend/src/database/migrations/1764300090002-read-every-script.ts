import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createComparingFunctions, foldingWith } from './1764200040001-compare-texts.ts';
import { createFirstIsVisible } from './1764200040002-refuse-unseen-texts.ts';

/** What readers do not see: joiners, soft hyphens, marks of direction, variants, tags, fillers, the empty braille cell. */
const UNSEEN =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164' +
  '\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\U0001BCA0-\\U0001BCA3\\U0001D159\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF';

/** Marks within words that are no letters: viramas, nuktas, tone marks and the like, of every script. */
const MARKS =
  '\\u0483-\\u0489\\u0591-\\u05AF\\u0658\\u06DF\\u06E0\\u06EA-\\u06EC\\u0740-\\u074A\\u07EB-\\u07F3\\u07FD' +
  '\\u0818\\u0819\\u082D\\u0859-\\u085B\\u0898-\\u089F\\u08CA-\\u08D3\\u08E0\\u08E1\\u08EA-\\u08EF\\u093C\\u094D' +
  '\\u0951-\\u0954\\u09BC\\u09CD\\u09FE\\u0A3C\\u0A4D\\u0ABC\\u0ACD\\u0AFD-\\u0AFF\\u0B3C\\u0B4D\\u0B55\\u0BCD\\u0C3C' +
  '\\u0C4D\\u0CBC\\u0CCD\\u0D3B\\u0D3C\\u0D4D\\u0DCA\\u0E47-\\u0E4C\\u0E4E\\u0EBA\\u0EC8-\\u0ECC\\u0ECE\\u0F18\\u0F19' +
  '\\u0F35\\u0F37\\u0F39\\u0F3E\\u0F3F\\u0F84\\u0F86\\u0F87\\u0FC6\\u1037\\u1039\\u103A\\u135D-\\u135F\\u1714\\u1715' +
  '\\u1734\\u17C9-\\u17D3\\u17DD\\u1939-\\u193B\\u1A60\\u1A75-\\u1A7C\\u1A7F\\u1AB0-\\u1ABE\\u1AC1-\\u1ACB' +
  '\\u1ACF-\\u1ADD\\u1AE0-\\u1AEB\\u1B34\\u1B44\\u1B6B-\\u1B73\\u1BAA\\u1BAB\\u1BE6\\u1BF2\\u1BF3\\u1C37\\u1CD0-\\u1CD2' +
  '\\u1CD4-\\u1CE8\\u1CED\\u1CF4\\u1CF7-\\u1CF9\\u1DC0-\\u1DD2\\u1DF5-\\u1DFF\\u20D0-\\u20F0\\u2CEF-\\u2CF1\\u2D7F' +
  '\\u302A-\\u302F\\u3099\\u309A\\uA66F-\\uA672\\uA67C\\uA67D\\uA6F0\\uA6F1\\uA806\\uA82C\\uA8C4\\uA8E0-\\uA8F1' +
  '\\uA92B-\\uA92D\\uA953\\uA9B3\\uA9C0\\uAABF\\uAAC1\\uAAF6\\uABEC\\uABED\\uFE20-\\uFE2F\\U000101FD\\U000102E0' +
  '\\U00010A38-\\U00010A3A\\U00010A3F\\U00010AE5\\U00010AE6\\U00010D6A-\\U00010D6D\\U00010EFD-\\U00010EFF' +
  '\\U00010F46-\\U00010F50\\U00010F82-\\U00010F85\\U00011046\\U00011070\\U0001107F\\U000110B9\\U000110BA' +
  '\\U00011133\\U00011134\\U00011173\\U000111C0\\U000111C9-\\U000111CC\\U00011235\\U00011236\\U000112E9\\U000112EA' +
  '\\U0001133B\\U0001133C\\U0001134D\\U00011366-\\U0001136C\\U00011370-\\U00011374\\U000113CE-\\U000113D0\\U000113D2' +
  '\\U000113E1\\U000113E2\\U00011442\\U00011446\\U0001145E\\U000114C2\\U000114C3\\U000115BF\\U000115C0\\U0001163F' +
  '\\U000116B6\\U000116B7\\U0001172B\\U00011839\\U0001183A\\U0001193D\\U0001193E\\U00011943\\U000119E0' +
  '\\U00011A33\\U00011A34\\U00011A47\\U00011A98\\U00011A99\\U00011C3F\\U00011D42\\U00011D44\\U00011D45\\U00011D97' +
  '\\U00011F41\\U00011F42\\U00011F5A\\U00013440\\U00013447-\\U00013455\\U0001612F\\U00016AF0-\\U00016AF4' +
  '\\U00016B30-\\U00016B36\\U00016FE4\\U0001BC9D\\U0001CF00-\\U0001CF2D\\U0001CF30-\\U0001CF46\\U0001D165-\\U0001D169' +
  '\\U0001D16D-\\U0001D172\\U0001D17B-\\U0001D182\\U0001D185-\\U0001D18B\\U0001D1AA-\\U0001D1AD\\U0001D242-\\U0001D244' +
  '\\U0001DA00-\\U0001DA36\\U0001DA3B-\\U0001DA6C\\U0001DA75\\U0001DA84\\U0001DA9B-\\U0001DA9F\\U0001DAA1-\\U0001DAAF' +
  '\\U0001E130-\\U0001E136\\U0001E2AE\\U0001E2EC-\\U0001E2EF\\U0001E4EC-\\U0001E4EF\\U0001E5EE\\U0001E5EF' +
  '\\U0001E8D0-\\U0001E8D6\\U0001E944-\\U0001E946\\U0001E948-\\U0001E94A';

/** Scripts that put no space between words, or hang particles on them. `domain/ticket-search.ts` has the same. */
const UNSPACED =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1100-\\u11FF\\u1780-\\u17FF\\u1950-\\u19DF\\u1A20-\\u1AAF\\u1B00-\\u1B7F\\u3005-\\u3007' +
  '\\u3040-\\u30FF\\u3100-\\u318F\\u31A0-\\u31BF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\uA4CF\\uA960-\\uA9DF\\uA9E0-\\uA9FF' +
  '\\uAA60-\\uAADF\\uAC00-\\uD7FF\\uF900-\\uFAFF\\U000116D0-\\U000116E3\\U00011700-\\U0001174F\\U00011F00-\\U00011F5F' +
  '\\U00017000-\\U00018DFF\\U0001AFF0-\\U0001B2FF\\U00020000-\\U000323AF';

/** What was indexed in the same way before: common letters and signs, but numbers like the 1e5 in 1e5abc. */
const INDEXED_BEFORE =
  '\\u0001-\\u0362\\u0370-\\u0482\\u048A-\\u052F\\u05D0-\\u05EA\\u0620-\\u0657\\u0660-\\u06D5\\u2000-\\u20CF\\u2100-\\u2BFF' +
  '\\u3000-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFE0F\\uFF00-\\uFFEF\\U0001F000-\\U0001FAFF';

/**
 * Words are what stands between spaces once a text is folded, in every script: PostgreSQL's parser knows letters as the
 * C library of its machine does, and left out those of newer scripts and what it took for parts of numbers. What readers do
 * not see is the same here as in the API, with the format controls of shorthands. What is indexed in another way than
 * before is indexed again: what holds other than common letters, which is little.
 */
export class ReadEveryScript1764300090002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IS_VISIBLE);
    const statements = foldingWith({ unseen: UNSEEN, marks: MARKS, unspaced: UNSPACED });
    for (const statement of [...statements, LEXEMES, PHRASE, DOCUMENT, QUERY]) await runner.query(statement);
    await indexAgain(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await createFirstIsVisible(runner);
    await createComparingFunctions(runner);
    await runner.query('DROP FUNCTION search_lexemes, search_phrase');
    await indexAgain(runner);
  }
}

async function indexAgain(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE ticket_search SET document = search_document(title, description)
    FROM tickets
    WHERE id = ticket_id
      AND (title || ' ' || description) ~ '[^${INDEXED_BEFORE}]|[0-9][Ee][0-9]+[A-Za-z]'`);
  await runner.query('REINDEX INDEX categories_label_unique');
}

const IMMUTABLE = 'IMMUTABLE STRICT PARALLEL SAFE';

const IS_VISIBLE = `
  CREATE OR REPLACE FUNCTION is_visible(value text) RETURNS boolean LANGUAGE sql ${IMMUTABLE} AS $$
    SELECT value COLLATE "pg_unicode_fast" ~ '[^\\s\\u0001-\\u001F\\u007F-\\u00A0\\u2028\\u2029${UNSEEN}]'
  $$`;

/** Each word at its place. Longer ones than an index takes are left out; nobody looks for them. */
const LEXEMES = `
  CREATE FUNCTION search_lexemes(words text) RETURNS tsvector LANGUAGE plpgsql ${IMMUTABLE} AS $$
  BEGIN
    RETURN coalesce((
      SELECT string_agg(word || ':' || place, ' ')
      FROM unnest(string_to_array(btrim(words), ' ')) WITH ORDINALITY AS listed (word, place)
      WHERE octet_length(word) < 2047
    ), '')::tsvector;
  END $$`;

/** The words as a query for a phrase, as text; null when there are none. */
const PHRASE = `
  CREATE FUNCTION search_phrase(words text) RETURNS text LANGUAGE sql ${IMMUTABLE} AS $$
    SELECT string_agg(search_quoted(word), ' <-> ' ORDER BY place)
    FROM unnest(string_to_array(btrim(words), ' ')) WITH ORDINALITY AS listed (word, place)
    WHERE octet_length(word) < 2047
  $$`;

const DOCUMENT = `
  CREATE OR REPLACE FUNCTION search_document(title text, description text) RETURNS tsvector
  LANGUAGE plpgsql ${IMMUTABLE} AS $$
  DECLARE
    heading text := search_fold(title);
    body text := search_fold(description);
    words tsvector := search_lexemes(search_words(heading)) || search_lexemes(search_words(body));
  BEGIN
    RETURN words || array_to_tsvector(
      search_symbols(heading || body) || search_pairs(heading || ' ' || body) || search_parts(words));
  END $$`;

/**
 * What is asked for a term: its words as a phrase, open at the end while it is typed; for its first word, a part of a word
 * will do. Besides, its pairs and its signs. A phrase that is finished is asked for word by word.
 */
const QUERY = `
  CREATE OR REPLACE FUNCTION search_query(term text, finished boolean) RETURNS tsquery
  LANGUAGE plpgsql ${IMMUTABLE} AS $$
  DECLARE
    folded text := search_fold(term);
    words text := btrim(search_words(folded));
    head text := split_part(words, ' ', 1);
    tail text := btrim(substr(words, length(head) + 1));
    is_open boolean := NOT finished AND search_words(right(folded, 1)) <> ' ' AND right(folded, 1) <> '';
    begins boolean := NOT finished AND search_words(left(folded, 1)) <> ' ';
    ending text := CASE WHEN is_open THEN ':*' ELSE '' END;
    phrase text := search_phrase(words) || ending;
    rest text := search_phrase(tail) || ending;
    part text := search_quoted('~' || left(head, 16));
  BEGIN
    IF begins AND phrase IS NOT NULL AND head <> '' THEN
      IF rest IS NOT NULL THEN
        phrase := format('(%s) | %s & (%s)', phrase, part, rest);
      ELSIF length(head) >= 4 OR head ~ '^[0-9]{2}' THEN
        phrase := format('(%s) | %s', phrase, part || ending);
      END IF;
    END IF;
    RETURN (
      SELECT string_agg(asked, ' & ')
      FROM (
        SELECT '(' || phrase || ')' AS asked WHERE phrase IS NOT NULL
        UNION ALL
        SELECT search_quoted(symbol) FROM unnest(search_symbols(folded)) AS symbol
        UNION ALL
        SELECT search_quoted(pair) || CASE WHEN length(pair) = 1 THEN ':*' ELSE '' END
        FROM regexp_matches(folded, '[${UNSPACED}]+', 'g') AS found (run), unnest(search_pairs(run[1])) AS pair
        WHERE length(pair) = least(length(run[1]), 2)
      ) AS parts
    )::tsquery;
  END $$`;
