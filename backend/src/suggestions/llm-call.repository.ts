import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { DESCRIPTION } from '../forgetting/word-keeper.ts';
import type { TokenUsage } from './domain/token-usage.ts';
import { type CallEnd, type KeptCall, SENT_KEPT_DAYS, type SentCall, type Spending } from './domain/llm-call.ts';

interface Row {
  readonly id: string;
  readonly created_at: Date;
  readonly model: string;
  readonly sent: unknown;
  readonly answer: string | null;
  readonly failure: string | null;
  readonly prompt_tokens: number | null;
  readonly completion_tokens: number | null;
  readonly cost: number | null;
  readonly ended_at: Date | null;
}

/** Much more than an answer needs, and little enough to be kept. */
const LONGEST_ANSWER = 64_000;
const FORGOTTEN_AT_ONCE = 1_000;
/** The newest calls tell what one usually takes. */
const USUAL_OF = 200;

@Injectable()
export class LlmCallRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a call before it is made, and gives its id. Its words are not kept where those of a text in it were removed since that was read:
   * a removal that is under way is waited for, and a later one finds the call. An example is not waited for: whoever holds it may be
   * removing its words, and the call is kept without any.
   */
  async begin(
    transaction: Transaction,
    { model, sent, texts: { about, examples }, earlier }: SentCall,
  ): Promise<string> {
    if (about) await transaction.query('SELECT 1 FROM tickets WHERE id = $1 FOR SHARE', [about.ticketId]);
    const free = examples.length === 0 || (await this.holdFree(transaction, examples)) === examples.length;
    // What belongs to no ticket yet is known by the calls before.
    if (earlier.length > 0)
      await transaction.query('SELECT 1 FROM llm_calls WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE', [earlier]);
    const texts = [...(about ? [about] : []), ...examples.map((ticketId) => ({ ticketId, number: DESCRIPTION }))];
    const rows: { id: string }[] = await transaction.query(
      `WITH text AS (SELECT * FROM unnest($3::bigint[], $4::int[]) AS text (ticket_id, number)), kept AS (
         SELECT $6::boolean AND NOT EXISTS (SELECT FROM text JOIN redactions USING (ticket_id, number))
           AND NOT EXISTS (SELECT FROM llm_calls WHERE id = ANY ($5::uuid[]) AND sent IS NULL) AS with_words
       )
       INSERT INTO llm_calls (model, sent, ticket_ids)
       SELECT $1, CASE WHEN with_words THEN $2::json END,
         CASE WHEN with_words THEN ARRAY (SELECT DISTINCT ticket_id FROM text) ELSE '{}' END
       FROM kept RETURNING id`,
      [
        ...[model, JSON.stringify(sent)],
        ...[texts.map(({ ticketId }) => ticketId), texts.map(({ number }) => number), earlier, free],
      ],
    );
    if (!rows[0]) throw new Error('The database returned no id for a call');
    return rows[0].id;
  }

  /** How many of some tickets are there and held by nobody else; they are held from here on. */
  private async holdFree(transaction: Transaction, ids: readonly number[]): Promise<number> {
    const rows: unknown[] = await transaction.query(
      'SELECT 1 FROM tickets WHERE id = ANY ($1::bigint[]) ORDER BY id FOR SHARE SKIP LOCKED',
      [ids],
    );
    return rows.length;
  }

  /** What came back is forgotten with what was sent, also when that went first. */
  async end(transaction: Transaction, id: string, { answer, failure, usage, cost }: CallEnd): Promise<void> {
    await transaction.last(
      `UPDATE llm_calls SET answer = CASE WHEN sent IS NOT NULL THEN $2 END, failure = $3, prompt_tokens = $4,
         completion_tokens = $5, cost = $6, ended_at = now()
       WHERE id = $1`,
      [id, answer && storable(answer), failure, usage?.prompt ?? null, usage?.completion ?? null, cost],
    );
  }

  /** Says which suggestion came of some calls. False where the words that were sent with one of them have been removed. */
  async join(transaction: Transaction, ids: readonly string[], suggestionId: string): Promise<boolean> {
    const [rows]: [{ has_words: boolean }[], number] = await transaction.query(
      'UPDATE llm_calls SET suggestion_id = $2 WHERE id = ANY($1) RETURNING sent IS NOT NULL AS has_words',
      [ids, suggestionId],
    );
    return rows.every(({ has_words: hasWords }) => hasWords);
  }

  async since(moment: Date): Promise<Spending> {
    const rows: Spending[] = await this.dataSource.query(
      `SELECT count(*)::int AS calls, coalesce(sum(cost), 0)::float8 AS cost,
         (count(*) FILTER (WHERE answer IS NOT NULL AND cost IS NULL))::int AS unknown
       FROM llm_calls WHERE created_at >= $1`,
      [moment],
    );
    return rows[0] ?? { calls: 0, cost: 0, unknown: 0 };
  }

  /** What a call of a model took on average lately; null when no call has told. */
  async usualOf(model: string): Promise<TokenUsage | null> {
    const rows: TokenUsage[] = await this.dataSource.query(
      `SELECT prompt, completion FROM (
         SELECT avg(prompt_tokens)::float8 AS prompt, avg(completion_tokens)::float8 AS completion FROM (
           SELECT prompt_tokens, completion_tokens FROM llm_calls
           WHERE created_at >= now() - interval '30 days' AND model = $1 AND prompt_tokens IS NOT NULL
             AND completion_tokens IS NOT NULL
           ORDER BY created_at DESC LIMIT ${String(USUAL_OF)}
         ) AS lately
       ) AS usual WHERE prompt IS NOT NULL`,
      [model],
    );
    return rows[0] ?? null;
  }

  /** The calls of a suggestion, the first one first; null when there is no such suggestion. */
  async of(suggestionId: string): Promise<KeptCall[] | null> {
    const rows: (Row | { readonly id: null })[] = await this.dataSource.query(
      `SELECT c.id, c.created_at, c.model, c.sent, c.answer, c.failure, c.prompt_tokens, c.completion_tokens,
         c.cost::float8 AS cost, c.ended_at
       FROM suggestions AS s LEFT JOIN llm_calls AS c ON c.suggestion_id = s.id
       WHERE s.id = $1 ORDER BY c.id`,
      [suggestionId],
    );
    return rows.length === 0 ? null : rows.flatMap((row) => (row.id === null ? [] : [kept(row)]));
  }

  /** Forgets texts that have been kept long enough; figures stay. */
  async forget(): Promise<void> {
    let forgotten: unknown[];
    do {
      [forgotten] = await this.dataSource.query<[unknown[], number]>(
        `UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}' WHERE id IN (
           SELECT id FROM llm_calls
           WHERE sent IS NOT NULL AND created_at < now() - interval '${String(SENT_KEPT_DAYS)} days'
           ORDER BY created_at LIMIT ${String(FORGOTTEN_AT_ONCE)} FOR UPDATE
         ) RETURNING id`,
      );
    } while (forgotten.length === FORGOTTEN_AT_ONCE);
  }
}

/** What PostgreSQL takes as a text. */
function storable(text: string): string {
  return text.slice(0, LONGEST_ANSWER).replaceAll('\0', '\uFFFD').toWellFormed();
}

function kept(row: Row): KeptCall {
  const { id, created_at: at, model, sent, answer, failure, cost, ended_at: endedAt } = row;
  const { prompt_tokens: prompt, completion_tokens: completion } = row;
  const usage = prompt === null || completion === null ? null : { prompt, completion };
  return { id, at, model, sent, answer, failure, usage, cost, endedAt };
}
