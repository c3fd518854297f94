import type { ProblemBody } from './support/api-client.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const llm = new FakeLlmServer();
const text = { title: 'Charged twice', description: 'Two payments for one invoice, nobody answers.' };
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY });
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

async function classify(): Promise<SuggestionBody> {
  const { status, body } = await app.api.post<SuggestionBody>('/api/tickets/classify', text);
  expect(status).toBe(200);
  return body;
}

async function stored({ suggestion_id: id }: SuggestionBody): Promise<Record<string, unknown> | undefined> {
  return (await app.sql('SELECT * FROM suggestions WHERE id = $1', [id]))[0];
}

async function countTickets(): Promise<number> {
  const [row] = await app.sql<{ count: string }>('SELECT count(*) FROM tickets');
  return Number(row?.count);
}

describe('a ticket written with a suggestion', () => {
  it('keeps the choice of the person beside the suggestion', async () => {
    const suggestion = await classify();
    expect(suggestion).toMatchObject({ suggested_category: 'billing', suggested_priority: 'high' });
    const chosen = { category: 'account', priority: 'low' };
    const ticket = await app.api.createTicket({ ...text, ...chosen, suggestion_id: suggestion.suggestion_id });
    expect(ticket).toMatchObject(chosen);
    const row = await stored(suggestion);
    expect(row).toMatchObject({
      suggested_category: 'billing',
      suggested_priority: 'high',
      chosen_category: 'account',
      chosen_priority: 'low',
      ticket_id: String(ticket.id),
    });
    expect(row?.['chosen_at']).toBeInstanceOf(Date);
  });

  it('keeps the choice also when the defaults were filled in', async () => {
    llm.behave({ kind: 'refusal' });
    const suggestion = await classify();
    await app.api.createTicket({ ...text, category: 'billing', suggestion_id: suggestion.suggestion_id });
    expect(await stored(suggestion)).toMatchObject({ suggested_category: 'general', chosen_category: 'billing' });
  });

  it('is refused when there is no such suggestion', async () => {
    const before = await countTickets();
    const answer = await app.api.post<ProblemBody>('/api/tickets', {
      ...{ ...text, category: 'billing', priority: 'low' },
      suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { field: 'suggestion_id', code: 'unknown_value', message: 'There is no such suggestion.' },
    ]);
    expect(await countTickets()).toBe(before);
  });

  it('is refused when another ticket has it, also when both come at once', async () => {
    const { suggestion_id } = await classify();
    const before = await countTickets();
    const ticket = { ...text, category: 'billing', priority: 'low', suggestion_id };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.api.post<ProblemBody>('/api/tickets', ticket)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('suggestion_already_used');
    expect(await countTickets()).toBe(before + 1);
  });
});
