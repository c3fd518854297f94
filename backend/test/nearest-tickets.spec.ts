import { NearestSearch } from '../src/classification/memory/nearest-search.service.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface Nearest {
  readonly tickets: { id: number; title: string; category: string; priority: string }[] | null;
}

const MATTER = 'The franking machine in Gelbertal prints blurred stamps since the firmware update';
const NOBODY = '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69';

let app: TestApp;
let blurred: number;
let broken: number;
beforeAll(async () => {
  // Only what the test itself asks for is searched.
  app = await startTestApp({ LLM_PROVIDER: 'local', PROCESS_ROLE: 'api' });
  blurred = await write('Franking machine blurred', `${MATTER}.`, { category: 'technical', priority: 'low' });
  broken = await write('Franking machine broken', `${MATTER}. It smells.`, { category: 'account', priority: 'high' });
});
afterAll(() => app.close());

async function write(title: string, description: string, choice: object): Promise<number> {
  const { status, body } = await app.api.post<{ id: number }>('/api/tickets', { title, description, ...choice });
  expect(status).toBe(201);
  return body.id;
}

async function suggested(description: string): Promise<string> {
  const { body } = await app.api.post<SuggestionBody>('/api/tickets/classify', { description });
  return body.suggestion_id;
}

async function nearest(suggestion: string): Promise<Nearest['tickets']> {
  const { status, body } = await app.as('admin').get<Nearest>(`/api/admin/suggestions/${suggestion}/nearest`);
  expect(status).toBe(200);
  return body.tickets;
}

const search = () => app.get(NearestSearch).search(new AbortController().signal);

describe('the nearest tickets of a suggestion', () => {
  it('are found in the background once it belongs to a ticket, and told without those that are gone', async () => {
    const unwritten = await suggested(`${MATTER}, still.`);
    const suggestion = await suggested(`${MATTER} again.`);
    const own = await write('Franking machine', `${MATTER} again.`, {
      ...{ category: 'technical', priority: 'medium', suggestion_id: suggestion },
    });
    expect(await nearest(suggestion)).toBeNull();
    await search();
    expect(await nearest(unwritten)).toBeNull();
    const found = await nearest(suggestion);
    expect(found?.map(({ id }) => id).sort()).toEqual([blurred, broken]);
    expect(found).toContainEqual({
      ...{ id: broken, title: 'Franking machine broken', category: 'account', priority: 'high' },
    });
    expect(found).not.toContainEqual(expect.objectContaining({ id: own }));
    await app.as('admin').delete(`/api/admin/tickets/${String(blurred)}`);
    expect((await nearest(suggestion))?.map(({ id }) => id)).toEqual([broken]);
    await app.sql('DELETE FROM tickets WHERE id = $1', [blurred]);
    expect((await nearest(suggestion))?.map(({ id }) => id)).toEqual([broken]);
  });

  it('are none where nothing is alike, and not looked for again', async () => {
    const suggestion = await suggested('Quarterly zeppelin charter for the Ubinas volcano');
    await write('Zeppelin', 'Quarterly zeppelin charter for the Ubinas volcano', {
      ...{ category: 'general', priority: 'low', suggestion_id: suggestion },
    });
    await search();
    expect(await nearest(suggestion)).toEqual([]);
    await write('Zeppelin', 'Another zeppelin charter for the Ubinas volcano', {
      category: 'general',
      priority: 'low',
    });
    await search();
    expect(await nearest(suggestion)).toEqual([]);
  });

  it('are not looked for where another answered, when the suggestion is old, or when the process stops', async () => {
    const description = `${MATTER} once more.`;
    const suggestion = await suggested(description);
    await write('Franking machine', description, { category: 'technical', priority: 'low', suggestion_id: suggestion });
    const set = (change: string) => app.sql(`UPDATE suggestions SET ${change} WHERE id = $1`, [suggestion]);
    await set(`source = 'llm', asked = 'llm'`);
    await search();
    await set(`source = 'local', asked = 'local', created_at = now() - interval '121 minutes'`);
    await search();
    await set('created_at = now()');
    await app.get(NearestSearch).search(AbortSignal.abort());
    expect(await nearest(suggestion)).toBeNull();
    await search();
    expect(await nearest(suggestion)).not.toBeNull();
  });

  it('are 404 without a suggestion', async () => {
    const answer = await app.as('admin').get(`/api/admin/suggestions/${NOBODY}/nearest`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'suggestion_not_found' } });
  });
});
