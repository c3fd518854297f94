import type { DataSource } from 'typeorm';
import { DemoRandom } from '../../src/setup/demo/demo-random.ts';
import { handling } from '../../src/setup/demo/demo-handling.ts';
import { tellHistory } from '../../src/setup/demo/demo-history.ts';
import { type TicketPriority } from '../../src/vocabulary/ticket-priority.ts';
import { arrivals } from './arrivals.ts';
import type { IndexedWord } from './indexed-letter.ts';
import { LANGUAGES } from './languages.ts';
import { LetterWriter } from './letters.ts';
import { type LoadedTicket, writeBatch } from './ticket-batch.ts';
import { type Topic, WordSource, zipf } from './word-source.ts';

const TOPICS = 2_000;
const RARE_WORDS = 40_000;
const DAYS = 730;
const BATCH = 2_000;
const AGENTS = 24;
const CATEGORIES = ['technical', 'billing', 'account', 'general'];
const PRIORITIES: readonly TicketPriority[] = ['medium', 'low', 'high', 'critical'];

/** Writes tickets with their history and their place in the text index; tells after each batch how many there are. */
export async function fillDesk(
  dataSource: DataSource,
  {
    tickets,
    now,
    rareWords = RARE_WORDS,
  }: { readonly tickets: number; readonly now: Date; readonly rareWords?: number },
  tell: (written: number) => void,
): Promise<void> {
  const words = new DemoRandom(11_003);
  const sources = LANGUAGES.map((language) => new WordSource(language, rareWords, words));
  const topics = Array.from({ length: TOPICS }, (): Topic => {
    const source = sources[languageOf(words.next())];
    if (!source) throw new Error('There is no language to write in');
    return source.topic(words.int(0, CATEGORIES.length - 1), words);
  });
  const people = await agents(dataSource);
  const letters = new LetterWriter(await indexedWords(dataSource, sources), words);
  const life = new DemoRandom(50_021);
  const deeds = new DemoRandom(90_001);
  let batch: LoadedTicket[] = [];
  let written = 0;
  for (const createdAt of arrivals(tickets, DAYS, now, new DemoRandom(20_011))) {
    const topic = zipf(topics, words);
    const priority = zipf(PRIORITIES, words);
    const category = CATEGORIES[topic.category] ?? 'general';
    const { steps, ...state } = handling(createdAt, priority, now, life);
    const history = tellHistory({ createdAt, category, priority, steps }, people, deeds);
    batch.push({ ...letters.write(topic), category, priority, createdAt, ...state, ...history });
    if (batch.length < BATCH) continue;
    await writeBatch(dataSource, batch);
    written += batch.length;
    batch = [];
    tell(written);
  }
  await writeBatch(dataSource, batch);
  tell(written + batch.length);
}

/** In which language somebody writes, as often as the languages say. */
function languageOf(share: number): number {
  let left = share;
  const index = LANGUAGES.findIndex(({ share: own }) => (left -= own) < 0);
  return Math.max(0, index);
}

/** People of the load, who cannot sign in: their password is the hash of nothing. */
async function agents(dataSource: DataSource): Promise<number[]> {
  const names = Array.from({ length: AGENTS }, (_, n) => `load.agent.${String(n + 1)}`);
  await dataSource.query(
    `INSERT INTO users (username, display_name, role, password_hash, active)
     SELECT name, 'Agent ' || n, 'agent', '$argon2id$', n <= $2 FROM unnest($1::text[]) WITH ORDINALITY AS listed (name, n)
     ON CONFLICT DO NOTHING`,
    [names, AGENTS - 2],
  );
  const rows: { id: string }[] = await dataSource.query(
    'SELECT id FROM users WHERE username = ANY ($1::text[]) ORDER BY id',
    [names],
  );
  return rows.map(({ id }) => Number(id));
}

/** What the text index keeps of each word, as the database itself says. */
async function indexedWords(dataSource: DataSource, sources: readonly WordSource[]): Promise<Map<string, IndexedWord>> {
  const indexed = new Map<string, IndexedWord>();
  for (const { all } of sources) {
    const rows: { word: string; placed: string[]; others: string[] }[] = await dataSource.query(
      `SELECT word,
         ARRAY(SELECT lexeme FROM unnest(document) WHERE positions IS NOT NULL ORDER BY positions[1]) AS placed,
         ARRAY(SELECT lexeme FROM unnest(document) WHERE positions IS NULL) AS others
       FROM unnest($1::text[]) AS word, LATERAL (SELECT search_document('', word) AS document OFFSET 0) AS made`,
      [all],
    );
    for (const { word, placed, others } of rows) indexed.set(word, { placed, others });
  }
  return indexed;
}
