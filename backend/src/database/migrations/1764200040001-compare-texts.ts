import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFirstSearchFunctions } from './1764000002000-create-ticket-search.ts';

/** What readers do not see: joiners, soft hyphens, marks of direction, variants, tags, fillers, the empty braille cell. */
const UNSEEN =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164' +
  '\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\U0001D159\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF';

/** Points and vowel marks of Hebrew and Arabic, and the tatweel: who writes them and who does not means the same word. */
const VOWELS =
  '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC' +
  '\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u08CA-\\u08E1\\u08E3-\\u08FF';

/** Letters that keyboards of Arabic, Persian, Urdu and Hebrew tell apart and readers often do not, and what stands for them. */
const VARIANTS = { from: 'أإآٱىیۍېےکڪةۀہھە־״׳', to: 'اااايييييككههههه-"\'' };

/** Marks within words that are no letters to PostgreSQL: viramas, nuktas, tone marks and the like. */
const MARKS =
  '\\u0483-\\u0487\\u07EB-\\u07F3\\u07FD\\u0818\\u0819\\u082D\\u0859-\\u085B\\u093C\\u094D\\u0951-\\u0954\\u09BC\\u09CD\\u09FE' +
  '\\u0A3C\\u0A4D\\u0ABC\\u0ACD\\u0AFD-\\u0AFF\\u0B3C\\u0B4D\\u0B55\\u0BCD\\u0C3C\\u0C4D\\u0CBC\\u0CCD\\u0D3B\\u0D3C\\u0D4D' +
  '\\u0DCA\\u0E47-\\u0E4C\\u0E4E\\u0EBA\\u0EC8-\\u0ECC\\u0ECE\\u0F18\\u0F19\\u0F35\\u0F37\\u0F39\\u0F3E\\u0F3F\\u0F84\\u0F86' +
  '\\u0F87\\u0FC6\\u1037\\u1039\\u103A\\u135D-\\u135F\\u1714\\u1715\\u1734\\u17C9-\\u17D3\\u17DD\\u1939-\\u193B\\u1A60' +
  '\\u1A75-\\u1A7C\\u1A7F\\u1B34\\u1B44\\u1B6B-\\u1B73\\u1BAA\\u1BAB\\u1BE6\\u1BF2\\u1BF3\\u1C37\\u1CD0-\\u1CD2\\u1CD4-\\u1CE8' +
  '\\u1CED\\u1CF4\\u1CF7-\\u1CF9\\u302A-\\u302F\\u3099\\u309A\\uA66F\\uA67C\\uA67D\\uA6F0\\uA6F1\\uA806\\uA82C\\uA8C4' +
  '\\uA8E0-\\uA8F1\\uA92B-\\uA92D\\uA953\\uA9B3\\uA9C0\\uAABF\\uAAC1\\uAAF6\\uABEC\\uABED';

/**
 * Letters of scripts that put no space between words (Thai, Lao, Burmese, Khmer, Chinese, Japanese, Yi, Javanese) or
 * hang particles on them (Korean). `domain/ticket-search.ts` has the same.
 */
const UNSPACED =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1100-\\u11FF\\u1780-\\u17FF\\u1950-\\u19DF\\u1A20-\\u1AAF\\u3005-\\u3007\\u3040-\\u30FF' +
  '\\u3100-\\u318F\\u31A0-\\u31BF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\uA4CF\\uA960-\\uA9DF\\uA9E0-\\uA9FF\\uAA60-\\uAADF' +
  '\\uAC00-\\uD7FF\\uF900-\\uFAFF\\U0001AFF0-\\U0001B16F\\U00020000-\\U000323AF';

/** Where the ten digits of a script begin. */
const ZEROS = [
  ...[0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66],
  ...[0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810],
];
const DIGITS = ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, n) => String.fromCodePoint(zero + n))).join('');
const PLAIN_DIGITS = '0123456789'.repeat(ZEROS.length);

const IMMUTABLE = 'IMMUTABLE STRICT PARALLEL SAFE';

/**
 * Texts of the whole world compare in one normal form, and their index finds words within.
 *
 * - `search_fold` is that form: compatibility forms (NFKC), full case folding, no accents, no vowel marks of Hebrew and
 *   Arabic, one form of letters that keyboards tell apart, digits of all scripts as digits, nothing that readers do not
 *   see. Vowel signs of Indic scripts, of Thai and the like are letters and stay.
 * - `search_pairs` gives each two characters that follow each other where no spaces part words.
 * - `search_parts` gives the endings of words, of four letters and more, cut at sixteen; and what follows the letters
 *   before a number, like the 10 of v10. Behind a `~` they are words of the index beside the others.
 *
 * Plain ASCII takes a shorter way to the same. All tickets are indexed again, in which time nobody can search or write:
 * 250,000 of 575 characters took 2.4 minutes of CPU as measured, so a million would take ten.
 */
export class CompareTexts1764200040001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createComparingFunctions(runner);
    // A document fits into its row more often than not; what is stored elsewhere is slow to look through.
    await runner.query('ALTER TABLE ticket_search SET (toast_tuple_target = 8160)');
    await indexAgain(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_search RESET (toast_tuple_target)');
    await createFirstSearchFunctions(runner);
    await runner.query('DROP FUNCTION search_pairs, search_parts, search_quoted');
    await indexAgain(runner);
  }
}

/** The functions by which texts compare, as this migration makes them. */
export async function createComparingFunctions(runner: QueryRunner): Promise<void> {
  for (const statement of foldingWith({ unseen: UNSEEN, marks: MARKS, unspaced: UNSPACED })) {
    await runner.query(statement);
  }
  await runner.query(PARTS);
  await runner.query(QUOTED);
  await runner.query(DOCUMENT);
  await runner.query(QUERY);
}

async function indexAgain(runner: QueryRunner): Promise<void> {
  await runner.query('CREATE TEMPORARY TABLE indexed ON COMMIT DROP AS SELECT ticket_id FROM ticket_search');
  await runner.query('TRUNCATE ticket_search');
  await runner.query('DROP INDEX ticket_search_document_idx');
  await runner.query(`
    INSERT INTO ticket_search (ticket_id, document)
    SELECT id, search_document(title, description) FROM tickets WHERE id IN (SELECT ticket_id FROM indexed)`);
  await runner.query('CREATE INDEX ticket_search_document_idx ON ticket_search USING gin (document)');
  await runner.query('DROP TABLE indexed');
}

const IS_ASCII = (name: string) => `octet_length(${name}) = char_length(${name})`;

/** Which characters count for what, each as the inside of a class of a regular expression. */
export interface CharacterClasses {
  readonly unseen: string;
  /** Parts of words that are no letters. */
  readonly marks: string;
  readonly unspaced: string;
}

/** The functions that fold a text and take it apart. */
export function foldingWith({ unseen, marks, unspaced }: CharacterClasses): readonly string[] {
  return [fold(unseen), words(marks, unspaced), symbols(marks, unspaced), pairs(unspaced)];
}

const fold = (unseen: string) => `
  CREATE OR REPLACE FUNCTION search_fold(value text) RETURNS text LANGUAGE plpgsql ${IMMUTABLE} AS $$
  DECLARE folded text;
  BEGIN
    IF ${IS_ASCII('value')} THEN
      RETURN btrim(regexp_replace(lower(value COLLATE "C"), '\\s+', ' ', 'g'));
    END IF;
    folded := normalize(regexp_replace(value, '[${unseen}]+', '', 'g'), NFKC);
    folded := public.unaccent('public.unaccent', folded);
    folded := normalize(casefold(folded COLLATE "pg_unicode_fast"), NFKC);
    -- Some capitals have an accent, or something like it, in their small form alone.
    folded := normalize(casefold(public.unaccent('public.unaccent', folded) COLLATE "pg_unicode_fast"), NFKC);
    IF folded ~ '[\\u0590-\\u06FF\\u08CA-\\u08FF]' THEN
      folded := translate(
        regexp_replace(folded, '[${VOWELS}]+', '', 'g'),
        '${VARIANTS.from}', '${VARIANTS.to.replaceAll("'", "''")}');
    END IF;
    IF folded ~ '[${DIGITS}]' THEN
      folded := translate(folded, '${DIGITS}', '${PLAIN_DIGITS}');
    END IF;
    RETURN btrim(regexp_replace(folded COLLATE "pg_unicode_fast", '\\s+', ' ', 'g'));
  END $$`;

const words = (marks: string, unspaced: string) => `
  CREATE OR REPLACE FUNCTION search_words(folded text) RETURNS text LANGUAGE plpgsql ${IMMUTABLE} AS $$
  BEGIN
    IF ${IS_ASCII('folded')} THEN
      RETURN regexp_replace(folded COLLATE "C", '[^[:alnum:]]+', ' ', 'g');
    END IF;
    RETURN regexp_replace(folded COLLATE "pg_unicode_fast", '([^[:alnum:]${marks}]|[${unspaced}])+', ' ', 'g');
  END $$`;

const symbols = (marks: string, unspaced: string) => `
  CREATE OR REPLACE FUNCTION search_symbols(folded text) RETURNS text[] LANGUAGE plpgsql ${IMMUTABLE} AS $$
  BEGIN
    IF ${IS_ASCII('folded')} THEN
      RETURN array_remove(string_to_array(
        regexp_replace(folded COLLATE "C", '[[:alnum:][:space:]]+', '', 'g'), NULL), '');
    END IF;
    RETURN array_remove(string_to_array(regexp_replace(
      folded COLLATE "pg_unicode_fast", '[[:alnum:][:space:]${marks}${unspaced}]+', '', 'g'), NULL), '');
  END $$`;

/** Two passes, the second without the first letter of each run, so that a long text takes no longer for each letter. */
const pairs = (unspaced: string) => `
  CREATE OR REPLACE FUNCTION search_pairs(folded text) RETURNS text[] LANGUAGE plpgsql ${IMMUTABLE} AS $$
  BEGIN
    IF ${IS_ASCII('folded')} OR folded !~ '[${unspaced}]' THEN RETURN '{}'; END IF;
    RETURN ARRAY(
      SELECT DISTINCT pair[1]
      FROM regexp_matches(
        folded || ' ' || regexp_replace(folded, '[${unspaced}]([${unspaced}]*)', ' \\1', 'g'),
        '[${unspaced}]{1,2}', 'g') AS pair);
  END $$`;

/** Bounded, because a document is: it holds a megabyte. */
const PARTS = `
  CREATE OR REPLACE FUNCTION search_parts(words tsvector) RETURNS text[] LANGUAGE sql ${IMMUTABLE} AS $$
    SELECT ARRAY(
      SELECT '~' || left(right(word, -place), 16)
      FROM unnest(tsvector_to_array(words)) AS word, generate_series(1, least(length(word), 40) - 2) AS place
      WHERE length(word) - place >= 4
        OR substr(word COLLATE "C", place + 1, 1) BETWEEN '0' AND '9'
          AND substr(word COLLATE "C", place, 1) NOT BETWEEN '0' AND '9'
      LIMIT 10000)
  $$`;

const QUOTED = `
  CREATE OR REPLACE FUNCTION search_quoted(lexeme text) RETURNS text LANGUAGE sql ${IMMUTABLE} AS $$
    SELECT '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''''
  $$`;

const DOCUMENT = `
  CREATE OR REPLACE FUNCTION search_document(title text, description text) RETURNS tsvector
  LANGUAGE plpgsql ${IMMUTABLE} AS $$
  DECLARE
    heading text := search_fold(title);
    body text := search_fold(description);
    words tsvector := to_tsvector('simple', search_words(heading)) || to_tsvector('simple', search_words(body));
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
    phrase text := nullif(phraseto_tsquery('simple', words)::text, '') || ending;
    rest text := nullif(phraseto_tsquery('simple', tail)::text, '') || ending;
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
