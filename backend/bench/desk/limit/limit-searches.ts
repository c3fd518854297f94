import { COLUMNS } from '../../../src/tickets/ticket-slice.sql.ts';
import { parseSearch } from '../../../src/tickets/domain/ticket-search.ts';
import type { LimitDatabase, Prepared } from './limit-database.ts';
import type { LimitTicket } from './limit-lists.ts';

const NEWEST_FIRST = 'ORDER BY t.created_at DESC, t.id DESC LIMIT 21';
/** Words that all occur, and a phrase that does; each an array, of as many as somebody types. */
const ASKED = {
  words: `(SELECT string_agg('(' || search_query(word, false)::text || ')', ' & ')::tsquery FROM unnest($1::text[]) AS word)`,
  phrase: 'search_query($1, true)',
};
const READ = `AND (strpos(search_fold(t.title), search_fold($1)) > 0 OR strpos(search_fold(t.description), search_fold($1)) > 0)`;

const NEVER_MS = 60_000;
/** More than the index takes may the walk when it first reads what the second one finds in memory. */
const SPARE_MS = 100;

type Kind = keyof typeof ASKED;
type Plan = 'walk' | 'index';

/** Walks the newest tickets until there are enough, or asks the text index for all that match. */
function statementOf(kind: Kind, plan: Plan): Prepared {
  const read = kind === 'phrase' ? READ : '';
  const asked = `asked AS MATERIALIZED (SELECT ${ASKED[kind]} AS query)`;
  // "OFFSET 0" keeps the planner from choosing another plan than the one that is meant.
  const walk = `WITH ${asked} SELECT ${COLUMNS} FROM tickets AS t
    WHERE t.deleted_at IS NULL AND (SELECT s.document @@ (SELECT query FROM asked) FROM ticket_search AS s WHERE s.ticket_id = t.id)
      ${read} ${NEWEST_FIRST}`;
  // Texts are read in the order of the page, and no more than it takes.
  const index = `WITH ${asked} SELECT ${COLUMNS} FROM (
      SELECT t.* FROM (SELECT ticket_id FROM ticket_search WHERE document @@ (SELECT query FROM asked) OFFSET 0) AS s
        CROSS JOIN LATERAL (SELECT * FROM tickets WHERE id = s.ticket_id OFFSET 0) AS t
      WHERE t.deleted_at IS NULL ORDER BY t.created_at DESC, t.id DESC OFFSET 0
    ) AS t WHERE true ${read} LIMIT 21`;
  return { name: `${kind}-${plan}`, text: plan === 'walk' ? walk : index };
}

const STATEMENTS: Readonly<Record<Kind, Readonly<Record<Plan, Prepared>>>> = {
  words: { walk: statementOf('words', 'walk'), index: statementOf('words', 'index') },
  phrase: { walk: statementOf('phrase', 'walk'), index: statementOf('phrase', 'index') },
};

/**
 * Searches of the limit. Which plan is the better one for a text it finds out by trying both the first time, which no
 * product can: it knows nothing of the text, but how often it has heard it.
 */
export class LimitSearches {
  readonly #database: LimitDatabase;
  readonly #best = new Map<string, Promise<Plan>>();

  constructor(database: LimitDatabase) {
    this.#database = database;
  }

  /** At most one ticket more than a page has. */
  async find(text: string): Promise<LimitTicket[]> {
    const search = parseSearch(text);
    if (!search || !('terms' in search)) return [];
    const [first] = search.terms;
    const kind = first?.finished ? 'phrase' : 'words';
    const asked = kind === 'phrase' ? first?.text : search.terms.map((term) => term.text);
    const best = this.#best.get(text) ?? this.#quicker(kind, [asked]);
    this.#best.set(text, best);
    // A try that was given up tells nothing; the next one who asks begins again.
    best.catch(() => this.#best.delete(text));
    return this.#database.rows(STATEMENTS[kind][await best], [asked]);
  }

  /** Each once to come by what it needs, and once more for the time it takes; the walk as long as it may be the better one. */
  async #quicker(kind: Kind, values: readonly unknown[]): Promise<Plan> {
    const time = async (plan: Plan, atMostMs: number): Promise<number> => {
      await this.#database.timeOf(STATEMENTS[kind][plan], values, atMostMs);
      return this.#database.timeOf(STATEMENTS[kind][plan], values, atMostMs);
    };
    const byIndex = await time('index', NEVER_MS);
    return (await time('walk', byIndex + SPARE_MS)) < byIndex ? 'walk' : 'index';
  }
}
