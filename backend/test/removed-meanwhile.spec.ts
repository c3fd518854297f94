import { IncomingMessages } from '../src/conversation/incoming-messages.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { Forgetting } from '../src/forgetting/forgetting.ts';
import { LlmCalls } from '../src/suggestions/llm-calls.service.ts';
import { SuggestionLedger } from '../src/suggestions/suggestion-ledger.service.ts';
import { PendingTickets } from '../src/tickets/pending-tickets.service.ts';
import { ticketPath } from './support/conversation.ts';
import type { FakeLlmBehaviour } from './support/fake-llm-behaviour.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { hold } from './support/held-ticket.ts';
import { placesOf } from './support/kept-words.ts';
import { standsStill } from './support/stands-still.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

/** A word that only the texts of this file have. */
const SECRET = 'quokkasalamander';
const TEXT = { title: `A ${SECRET}`, description: `The ${SECRET} was charged twice.` };
const SORTED = { category: 'billing', priority: 'low' } as const;
const JUDGED: FakeLlmBehaviour = {
  ...{ kind: 'answer', category: 'billing', priority: 'high', confidence: { category: 0.9, priority: 0.9 } },
  reasons: { category: [SECRET], priority: [SECRET] },
};

let llm: FakeLlmServer;
let app: TestApp;
beforeAll(async () => {
  llm = new FakeLlmServer();
  app = await startTestApp({ LLM_API_KEY: FAKE_LLM_KEY, OPENAI_BASE_URL: await llm.start() });
});
beforeEach(() => {
  llm.behave(JUDGED);
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

const remove = (id: number, number = 1) =>
  app.as('admin').post(`${ticketPath(id)}/messages/${String(number)}/redaction`, { reason: 'It held a number.' });
const nothingIsKept = async (job?: string) => {
  if (job !== undefined)
    await until(
      async () => (await app.sql(`SELECT FROM pgboss.job WHERE name = $1 AND state < 'completed'`, [job])).length === 0,
    );
  expect(await placesOf(app, SECRET)).toEqual([]);
};

describe('words that are removed while an LLM is asked about them are not kept', () => {
  it('where they are a message that is thought over, and not sent yet', async () => {
    const { id } = await app.api.createTicket({ ...SORTED, title: 'Seats', description: 'Six seats.' });
    const reading = standsStill(app.get(IncomingMessages), 'textOf');
    const text = `Since the update the ${SECRET} crashes with errors when I export the list.`;
    const said = { text, folded: '', html: null, contact: null, reopens: true };
    const { number } = await app
      .get(UnitOfWork)
      .run((transaction) => app.get(IncomingMessages).add(transaction, id, said));
    await reading.isThere;
    llm.requests.length = 0;
    expect((await remove(id, number)).status).toBe(204);
    reading.goOn();
    await until(() => Promise.resolve(llm.requests.length > 0));
    await nothingIsKept('later-suggestions');
  });

  it('where they are a ticket that waits to be sorted, and was read', async () => {
    const reading = standsStill(app.get(PendingTickets), 'find');
    const { body } = await app.api.post<{ id: number }>('/api/tickets?classify=true', TEXT);
    await reading.isThere;
    llm.requests.length = 0;
    expect((await remove(body.id)).status).toBe(204);
    reading.goOn();
    await until(() => Promise.resolve(llm.requests.length > 0));
    await nothingIsKept('ticket-suggestions');
  });

  it('where whoever wrote the ticket did not wait for the answer', async () => {
    const answered = standsStill(app.get(SuggestionLedger), 'record', 'before');
    const asking = app.api.post('/api/tickets/classify', TEXT);
    await answered.isThere;
    const { id } = await app.api.createTicket({ ...TEXT, ...SORTED });
    expect((await remove(id)).status).toBe(204);
    answered.goOn();
    expect((await asking).status).toBe(200);
    await nothingIsKept();
  });

  it('where whoever wrote the ticket got the answer later, and its words were removed after that', async () => {
    const answered = standsStill(app.get(SuggestionLedger), 'record', 'before');
    const asking = app.api.post('/api/tickets/classify', TEXT);
    await answered.isThere;
    const { id } = await app.api.createTicket({ ...TEXT, ...SORTED });
    answered.goOn();
    await asking;
    expect(await placesOf(app, SECRET)).toContain('suggestions.details');
    expect((await remove(id)).status).toBe(204);
    await nothingIsKept();
  });

  it('where the LLM fails, and is asked once more', async () => {
    llm.behave({ kind: 'status', status: 503 }, JUDGED);
    const failed = standsStill(app.get(LlmCalls), 'end');
    const asking = app.api.post('/api/tickets/classify', TEXT);
    await failed.isThere;
    const { id } = await app.api.createTicket({ ...TEXT, ...SORTED });
    expect((await remove(id)).status).toBe(204);
    failed.goOn();
    expect((await asking).status).toBe(200);
    expect(llm.requests.length).toBeGreaterThan(1);
    await nothingIsKept();
  });
});

describe('a suggestion does not wait for somebody who holds a ticket that an LLM is shown as an example', () => {
  const WORDS = 'The franking machine in Gelbertal prints blurred stamps since the firmware update';
  const example = async () => (await app.api.createTicket({ ...SORTED, title: SECRET, description: WORDS })).id;
  const classify = () => app.api.post('/api/tickets/classify', { title: 'Franking machine', description: WORDS });
  const shown = () => llm.requests.some(({ chat }) => JSON.stringify(chat?.body).includes(SECRET));
  beforeEach(() => {
    llm.reset();
    llm.behave(JUDGED);
  });

  it('and keeps nothing of what is sent then', async () => {
    const { letGo } = await hold(app, await example());
    const { status } = await classify();
    await letGo();
    expect([status, shown()]).toEqual([200, true]);
    expect(await placesOf(app, SECRET)).not.toContain('llm_calls.sent');
  });

  it('also while its words are being removed, of which nothing is left', async () => {
    const id = await example();
    const removing = standsStill(app.get(Forgetting), 'messages');
    const removal = remove(id);
    await removing.isThere;
    const { status } = await classify();
    removing.goOn();
    expect([status, shown(), (await removal).status]).toEqual([200, true, 204]);
    // That of the test before.
    for (const { id: left } of await app.sql<{ id: string }>('SELECT id FROM tickets WHERE title = $1', [SECRET]))
      await remove(Number(left));
    await nothingIsKept();
  });
});
