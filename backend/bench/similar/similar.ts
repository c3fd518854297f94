import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { isUnlikeAll, lookupsFor, weighed } from '../../src/tickets/similar/domain/rare-words.ts';
import { CENSUS, candidates, mostSimilar, wordsOfText } from '../../src/tickets/similar/similar-tickets.sql.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FLOOR = 0.2;
const LIMIT = 5;

/** Which tickets stand for a kind of text. */
const KINDS: Readonly<Record<string, string>> = {
  any: 'true',
  short: 'char_length(description) < 120',
  long: 'char_length(description) > 2500',
  Cyrillic: `description ~ '[а-я]{4}'`,
  Japanese: `description ~ '[\\u3040-\\u30ff]{3}'`,
  Arabic: `description ~ '[ء-ي]{3}'`,
};
/** A text of words that stand in most tickets, and one of which no word does. */
const TEXTS = {
  frequent: {
    title: 'Invoice',
    description: 'Hello, we have the invoice and it is not in the account. Please help, thanks.',
  },
  unheard: { title: 'Xyloquartz', description: 'Zwirbelfink vorpalisiert jabberwocky' },
};

interface Text {
  readonly title: string;
  readonly description: string;
}

interface Step {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { each: { type: 'string', default: '60' }, explain: { type: 'boolean', default: false } },
  });
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/load');
  const database = await openDatabase(readSettings(ROOT));
  const dataSource = await createDataSource(database.url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
  try {
    await dataSource.runMigrations();
    const [size]: { tickets: string }[] = await dataSource.query('SELECT count(*) AS tickets FROM ticket_search');
    console.log(`Similar tickets among ${Number(size?.tickets).toLocaleString('en')}, ${LIMIT} asked for, ms:`);
    for (const [kind, condition] of Object.entries(KINDS)) {
      const texts: Text[] = await dataSource.query(
        `SELECT title, description FROM tickets WHERE deleted_at IS NULL AND ${condition} ORDER BY hashint8(id) LIMIT $1`,
        [Number(values.each)],
      );
      await measure(dataSource, kind, texts);
    }
    for (const [kind, text] of Object.entries(TEXTS)) await measure(dataSource, kind, [text, text, text, text, text]);
    if (values.explain) await explain(dataSource, TEXTS.frequent);
  } finally {
    await dataSource.destroy();
    await database.stop();
  }
}

/** Every text twice: as it comes, then with all it needs in memory. */
async function measure(dataSource: DataSource, kind: string, texts: readonly Text[]): Promise<void> {
  for (const turn of ['first', 'again']) {
    const times: number[] = [];
    let found = 0;
    for (const text of texts) {
      const started = performance.now();
      found += (await steps(text, (step) => dataSource.query(step.sql, [...step.parameters]))).length;
      times.push(performance.now() - started);
    }
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(8);
    const perText = (found / Math.max(1, texts.length)).toFixed(1);
    console.log(`${kind.padEnd(10)} ${turn}  p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  found ${perText} each`);
  }
}

async function explain(dataSource: DataSource, text: Text): Promise<void> {
  await steps(text, async (step) => {
    const plan: { 'QUERY PLAN': string }[] = await dataSource.query(`EXPLAIN (ANALYZE, BUFFERS) ${step.sql}`, [
      ...step.parameters,
    ]);
    console.log(plan.map((line) => line['QUERY PLAN']).join('\n'));
    return dataSource.query(step.sql, [...step.parameters]);
  });
}

/** The statements that `SimilarTickets` asks, one after another. */
async function steps(text: Text, ask: <Row>(step: Step) => Promise<Row[]>): Promise<unknown[]> {
  const [census] = await ask<{ tickets: number; share: number }>(CENSUS);
  if (!census) throw new Error('Nobody has counted words');
  const words = await ask<{ lexeme: string; tickets: number | null }>(wordsOfText(text));
  const lookups = lookupsFor(words, census);
  if (lookups.length === 0) return [];
  const found = await ask<{ ticket_id: string; places: number[] }>(candidates(lookups, null));
  if (found.length === 0) return [];
  const hits = new Set(found.flatMap(({ places }) => places.flatMap((place) => lookups[place - 1]?.words ?? [])));
  if (isUnlikeAll(words, lookups, hits)) return [];
  const telling = weighed(words, census).filter(({ lexeme, known }) => known || hits.has(lexeme));
  const ids = found.map(({ ticket_id: id }) => Number(id));
  return ask(mostSimilar(ids, { text, words: telling }, { floor: FLOOR, limit: LIMIT }));
}
