import { BINS } from '../../learning/domain/metrics.ts';
import { CONFIRMED_MAX } from '../../suggestions/domain/confirmed.ts';
import type { SuggestedField } from '../../suggestions/domain/suggested-field.ts';
import { SUGGESTION_SOURCES, judges } from '../../suggestions/domain/suggestion-source.ts';
import { DRIFT_HISTORY, DRIFT_WINDOW } from './domain/drift.ts';

const JUDGING = SUGGESTION_SOURCES.filter((source) => judges(source))
  .map((source) => `'${source}'`)
  .join(', ');

/** Of values that stand in for those of the one who was asked the details tell whose they are. */
const MODEL = `CASE WHEN s.source = s.asked THEN s.model ELSE s.details ->> 'model' END`;
const VERSION = `CASE WHEN s.source = s.asked THEN s.version ELSE s.details ->> 'version' END`;

/**
 * Which rows of the ledger count as what. Everything about the quality of suggestions is counted by these rules:
 *
 * - Shadows count nowhere: nobody was to see them. Neither does a ticket that came without asking for a suggestion, as
 *   imports do: it is not in the ledger.
 * - `default`: nobody judged the ticket, and defaults were filled in. That is no suggestion.
 * - `abstained`: it was judged, and the desk had no suggestion. Without one of a category there is none of a priority.
 * - `hidden` and `shown` are suggestions, whether or not another stood in for the one who was asked.
 */
const STATES: Readonly<Record<SuggestedField, string>> = {
  category: `CASE WHEN s.source NOT IN (${JUDGING}) THEN 'default' ELSE s.shown_as END`,
  priority: `CASE WHEN s.source NOT IN (${JUDGING}) THEN 'default'
    WHEN s.details -> 'priority' ->> 'abstained' IS NOT NULL THEN 'abstained' ELSE s.shown_as END`,
};

/**
 * The value that a ticket has by the decision of a person, in the beginning or later; null while none has decided, and
 * where a program did.
 */
const CHOSEN: Readonly<Record<SuggestedField, string>> = {
  category: 'CASE WHEN s.chosen_by IS NOT NULL THEN s.final_category END',
  priority: 'CASE WHEN s.chosen_by IS NOT NULL THEN s.final_priority END',
};

/** A merged category counts as the one that it was merged into. */
const successor = (value: string) => `coalesce((SELECT merged_into FROM categories WHERE key = ${value}), ${value})`;
const today = (field: SuggestedField, value: string) => (field === 'category' ? successor(value) : value);

const sum = (condition: string) => `coalesce(sum(n) FILTER (WHERE ${condition}), 0)::int`;

/**
 * Which share of the words was known; null where the source of a suggestion does not tell. A subscript finds it in half the
 * time of `->`, which copies all that stands beside it.
 */
const knownShare = (field: SuggestedField) => `(s.details['${field}']['known_share'])::float8`;

/** When the desk made a model of its own, from rows of `counted`; null for an LLM, and where that model is no longer known. */
const MADE = `CASE WHEN source = 'local' THEN (SELECT max(m.created_at) FROM models AS m WHERE m.version = counted.version) END`;

/** `KnownTally`, from rows of `counted`. */
const KNOWN = `json_build_object('of', sum(known_of)::int, 'sum', coalesce(sum(known_sum), 0),
  'squares', coalesce(sum(known_squares), 0)) AS known`;

/** `Outcomes`, from rows of `counted`. */
const OUTCOMES = `
  sum(n)::int AS asked,
  ${sum(`state IN ('shown', 'hidden')`)} AS suggested,
  ${sum(`state = 'abstained'`)} AS abstained,
  ${sum(`state = 'shown' AND chosen IS NOT NULL`)} AS "shownDecided",
  ${sum(`state = 'shown' AND chosen = suggested`)} AS kept,
  ${sum(`state = 'hidden' AND chosen IS NOT NULL`)} AS "hiddenDecided",
  ${sum(`state = 'hidden' AND chosen = suggested`)} AS "right"`;

const all = (columns: string, from: string) =>
  `(SELECT coalesce(json_agg(row), '[]') FROM (SELECT ${columns} FROM ${from}) AS row)`;

/**
 * The suggestions of a period in groups of the same outcome, `counted`, in one pass: $1 the bounds of its parts as seconds
 * since 1970, $2 and $3 its beginning and end, $4 to $6 source, model and version or null. Who is asked for may have
 * suggested, or have been asked in vain: then the question counts for them without a suggestion, whoever stood in.
 */
const counted = (field: SuggestedField) => `
  WITH grouped AS (
    SELECT width_bucket(date_part('epoch', s.created_at), $1::float8[]) - 1 AS place,
      s.source, ${MODEL} AS model, ${VERSION} AS version, s.failure_reason AS reason,
      CASE WHEN s.failure_reason IS NOT NULL THEN s.asked END AS asked,
      CASE WHEN s.failure_reason IS NOT NULL THEN s.model END AS asked_model,
      CASE WHEN s.failure_reason IS NOT NULL THEN s.version END AS asked_version,
      ${STATES[field]} AS state, s.suggested_${field} AS suggested, ${CHOSEN[field]} AS chosen,
      CASE WHEN s.${field}_confidence IS NOT NULL
        THEN least(${String(BINS - 1)}, floor(s.${field}_confidence * ${String(BINS)})::int) END AS bin,
      count(*)::int AS n, sum(s.${field}_confidence) AS stated, min(s.created_at) AS first, max(s.created_at) AS last,
      count(s.known) AS known_of, sum(s.known) AS known_sum, sum(s.known * s.known) AS known_squares
    FROM (
      SELECT s.*, ${knownShare(field)} AS known FROM suggestions AS s
      WHERE s.shadow_of IS NULL AND s.created_at >= $2::timestamptz AND s.created_at < $3::timestamptz OFFSET 0
    ) AS s
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  ), sided AS (
    SELECT *, ($4::text IS NULL OR source = $4) AND ($5::text IS NULL OR model = $5) AND ($6::text IS NULL OR version = $6)
        AS theirs,
      reason IS NOT NULL AND ($4::text IS NULL OR asked = $4) AND ($5::text IS NULL OR asked_model = $5)
        AND ($6::text IS NULL OR asked_version = $6) AS failed
    FROM grouped
  ), counted AS MATERIALIZED (
    SELECT place, source, model, version, reason, asked, asked_model, failed, bin, n, stated, first, last,
      CASE WHEN theirs THEN state ELSE 'default' END AS state,
      CASE WHEN theirs THEN known_of ELSE 0 END AS known_of, CASE WHEN theirs THEN known_sum END AS known_sum,
      CASE WHEN theirs THEN known_squares END AS known_squares,
      ${today(field, 'suggested')} AS suggested, ${today(field, 'chosen')} AS chosen
    FROM sided WHERE theirs OR failed
  )`;

/** All counts of a period; the parameters are those of `counted`. */
export function counts(field: SuggestedField): string {
  return `${counted(field)}
  SELECT
    ${all(`place, ${OUTCOMES}, ${KNOWN}`, 'counted GROUP BY place ORDER BY place')} AS parts,
    ${all(
      `source, model, version, min(first) AS first, max(last) AS last, ${MADE} AS made, ${OUTCOMES}`,
      `counted WHERE state <> 'default' GROUP BY source, model, version ORDER BY max(last) DESC`,
    )} AS models,
    ${all(
      'place, source, model, version, min(first) AS first, max(last) AS last',
      `counted WHERE state <> 'default' GROUP BY place, source, model, version`,
    )} AS spells,
    ${all(
      'suggested, chosen, sum(n)::int AS count',
      `counted WHERE state = 'shown' AND chosen IS NOT NULL GROUP BY suggested, chosen ORDER BY suggested, chosen`,
    )} AS confusion,
    ${all(
      `state, bin, sum(n)::int AS of, ${sum('chosen = suggested')} AS "right", sum(stated) AS stated`,
      `counted WHERE state IN ('shown', 'hidden') AND chosen IS NOT NULL AND bin IS NOT NULL
       GROUP BY state, bin ORDER BY state, bin`,
    )} AS bins,
    ${all(
      'asked AS source, asked_model AS model, reason, sum(n)::int AS count',
      `counted WHERE failed GROUP BY asked, asked_model, reason ORDER BY sum(n) DESC, asked, asked_model, reason`,
    )} AS failures`;
}

/** The outcomes of every part, model and version; the parameters are those of `counted`. */
export function outcomeLines(field: SuggestedField): string {
  return `${counted(field)}
  SELECT place, source, model, version, ${OUTCOMES}, ${KNOWN} FROM counted
  GROUP BY place, source, model, version ORDER BY place, source, model, version`;
}

/**
 * The tickets of one cell of the confusion matrix, the newest suggestion first: $1 and $2 begin and end the period, $3 to
 * $5 source, model and version or null, $6 what was suggested, $7 what was chosen, $8 and $9 the place before, $10 how many.
 */
export function ticketsOfCell(field: SuggestedField): string {
  return `
  SELECT t.id, s.id AS "suggestionId", t.title, s.${field}_confidence AS confidence, s.source, ${MODEL} AS model, ${VERSION} AS version,
    s.created_at AS "suggestedAt", s.chosen_by AS "chosenBy", s.corrected
  FROM suggestions AS s JOIN tickets AS t ON t.id = s.ticket_id AND t.deleted_at IS NULL
  WHERE s.shadow_of IS NULL AND s.created_at >= $1::timestamptz AND s.created_at < $2::timestamptz
    AND ($3::text IS NULL OR s.source = $3) AND ($4::text IS NULL OR ${MODEL} = $4)
    AND ($5::text IS NULL OR ${VERSION} = $5)
    AND ${STATES[field]} = 'shown'
    AND ${today(field, `s.suggested_${field}`)} = $6 AND ${today(field, CHOSEN[field])} = $7
    AND ($8::timestamptz IS NULL OR (s.created_at, t.id) < ($8, $9::bigint))
  ORDER BY s.created_at DESC, t.id DESC LIMIT $10`;
}

/** How long those took that answered: $1 and $2 begin and end the period, $3 to $5 name who was asked, or null. */
export const LATENCY = `
  SELECT count(*)::int AS of, percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_ms) AS p50,
    percentile_disc(0.95) WITHIN GROUP (ORDER BY latency_ms) AS p95
  FROM suggestions
  WHERE shadow_of IS NULL AND failure_reason IS NULL AND asked IN (${JUDGING})
    AND created_at >= $1::timestamptz AND created_at < $2::timestamptz
    AND ($3::text IS NULL OR asked = $3) AND ($4::text IS NULL OR model = $4) AND ($5::text IS NULL OR version = $5)`;

const known = (which: string) => `json_build_object('of', count(*) FILTER (WHERE ${which}),
  'sum', coalesce(sum(known) FILTER (WHERE ${which}), 0), 'squares', coalesce(sum(known * known) FILTER (WHERE ${which}), 0))`;

/**
 * The newest suggestions before $1 that tell which share of the words was known, and those before them; $2 to $4 whose. Of
 * others there may be many in between: no more than the newest five thousand are looked at.
 */
export function knownShares(field: SuggestedField): string {
  return `
  SELECT ${known(`place <= ${String(DRIFT_WINDOW)}`)} AS newest, ${known(`place > ${String(DRIFT_WINDOW)}`)} AS before
  FROM (
    SELECT known, row_number() OVER (ORDER BY created_at DESC, id DESC) AS place
    FROM (
      SELECT s.id, s.created_at, ${knownShare(field)} AS known FROM suggestions AS s
      WHERE s.shadow_of IS NULL AND s.created_at < $1::timestamptz AND ($2::text IS NULL OR s.source = $2)
        AND ($3::text IS NULL OR ${MODEL} = $3) AND ($4::text IS NULL OR ${VERSION} = $4)
      ORDER BY s.created_at DESC, s.id DESC LIMIT 5000
    ) AS looked_at
    WHERE known IS NOT NULL
  ) AS told
  WHERE place <= ${String(DRIFT_WINDOW + DRIFT_HISTORY)}`;
}

/** On how many tickets with a suggestion a person has decided; counting stops at `CONFIRMED_MAX`. */
export const CONFIRMED = `
  SELECT count(*)::int AS confirmed FROM (
    SELECT FROM suggestions WHERE shadow_of IS NULL AND chosen_by IS NOT NULL AND final_at IS NOT NULL LIMIT ${String(CONFIRMED_MAX)}
  ) AS decided`;

/** What the calls of LLMs of a period took and cost, by model. */
export const COSTS = `
  SELECT model, count(*)::int AS calls, coalesce(sum(prompt_tokens), 0)::float8 AS "promptTokens",
    coalesce(sum(completion_tokens), 0)::float8 AS "completionTokens", coalesce(sum(cost), 0)::float8 AS cost,
    (count(*) FILTER (WHERE ended_at IS NOT NULL AND cost IS NULL AND failure IS NULL))::int AS unknown
  FROM llm_calls WHERE created_at >= $1 AND created_at < $2 AND ($3::text IS NULL OR model = $3)
  GROUP BY model ORDER BY cost DESC, calls DESC, model`;

/** The same of suggestions, by the part of the period, the model and the version of its prompt. */
export const COST_LINES = `
  SELECT width_bucket(extract(epoch FROM s.created_at)::float8, $1::float8[]) - 1 AS place, s.model, s.version,
    sum(c.prompt_tokens)::float8 AS "promptTokens", sum(c.completion_tokens)::float8 AS "completionTokens",
    sum(c.cost)::float8 AS cost
  FROM suggestions AS s JOIN llm_calls AS c ON c.suggestion_id = s.id
  WHERE s.created_at >= $2 AND s.created_at < $3 AND ($4::text IS NULL OR s.model = $4)
  GROUP BY place, s.model, s.version`;

/**
 * To how many tickets a suggestion was applied by the desk itself, and how many of them a person then put elsewhere: $1 and $2
 * begin and end the period, $3 to $5 source, model and version or null.
 */
export const APPLIED = `
  SELECT count(*)::int AS applied, (count(*) FILTER (WHERE s.corrected))::int AS corrected
  FROM suggestions AS s
  WHERE s.applied_at IS NOT NULL AND s.created_at >= $1::timestamptz AND s.created_at < $2::timestamptz
    AND ($3::text IS NULL OR s.source = $3) AND ($4::text IS NULL OR ${MODEL} = $4) AND ($5::text IS NULL OR ${VERSION} = $5)`;
