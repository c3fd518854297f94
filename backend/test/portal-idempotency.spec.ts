import { randomUUID } from 'node:crypto';
import { type Answer, ApiClient, type ProblemBody } from './support/api-client.ts';
import { ticketPath } from './support/conversation.ts';
import { type CustomerMessageBody, type CustomerTicketBody, WITH_PORTAL } from './support/customers.ts';
import { conversationOf, customerOf, portalPath, uploadAtPortal } from './support/customers.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { TicketHousekeeping } from '../src/tickets/ticket-housekeeping.service.ts';

type Taken = CustomerMessageBody & ProblemBody & { ticket: number };

let app: TestApp;
let ruth: ApiClient;
let otto: ApiClient;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
  ruth = await customerOf(app, 'ruth@brandt.example', 'Ruth Adler');
  otto = await customerOf(app, 'otto@other.example', 'Otto Other');
});
afterAll(() => app.close());

const QUESTION = { title: 'Empty PDFs', description: 'Every invoice is 0 KB.' };
const ANSWER = { text: 'Print works.' };

const ask = (key: string, { by = ruth, question = QUESTION }: { by?: ApiClient; question?: object } = {}) =>
  by.post<CustomerTicketBody & ProblemBody>('/api/portal/tickets', question, { 'idempotency-key': key });
const answer = (
  id: number,
  key: string,
  { by = ruth, message = ANSWER }: { by?: ApiClient; message?: object } = {},
): Promise<Answer<Taken>> => by.post(`${portalPath(id)}/messages`, message, { 'idempotency-key': key });
const asked = async () => (await ask(randomUUID())).body.id;
const told = async (id: number, by = ruth) => (await conversationOf(by, id)).messages.map(({ text }) => text);
const numbers = async (by: ApiClient) =>
  (await by.get<{ results: { id: number }[] }>('/api/portal/tickets?limit=100')).body.results.map(({ id }) => id);
const replayed = ({ headers }: Answer<unknown>) => headers.get('idempotency-replayed');
const REUSED = { status: 409, body: { code: 'idempotency_key_reused' } };

async function upload(): Promise<string> {
  return (await uploadAtPortal(app, ruth)).body.id;
}

describe('a customer’s ticket with an Idempotency-Key', () => {
  it('is written once, and given to a retry as it is now, files and all', async () => {
    const key = randomUUID();
    const question = { ...QUESTION, attachments: [await upload()] };
    const first = await ask(key, { question });
    await ruth.post(`${portalPath(first.body.id)}/close`, {});
    const retry = await ask(key, { question });
    expect([first, retry].map((one) => [one.status, replayed(one), one.body.id, one.body.status])).toEqual([
      [201, null, first.body.id, 'open'],
      [201, 'true', first.body.id, 'closed'],
    ]);
    expect((await numbers(ruth)).filter((id) => id >= first.body.id)).toEqual([first.body.id]);
  });

  it('is written once by two at the same moment, on several replicas', async () => {
    const replica = await startReplica(app, WITH_PORTAL);
    const [key, before] = [randomUUID(), (await numbers(ruth)).length];
    const answers = await Promise.all(
      [app.url, replica.url].map((url) => ask(key, { by: new ApiClient(url, ruth.headers) })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(replayed).sort()).toEqual([null, 'true'].sort());
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await numbers(ruth)).length).toBe(before + 1);
    await replica.close();
  });

  it('is refused with another text, and an answer with its key too', async () => {
    const key = randomUUID();
    const { id } = (await ask(key)).body;
    expect(await ask(key, { question: { ...QUESTION, title: 'Other' } })).toMatchObject(REUSED);
    expect(await answer(id, key)).toMatchObject(REUSED);
    expect(await told(id)).toEqual([QUESTION.description]);
  });

  it('is another customer’s own with the same key, and a person’s of the desk', async () => {
    const key = randomUUID();
    const mine = (await ask(key)).body.id;
    const theirs = await ask(key, { by: otto });
    const ofDesk = await app.api.post<{ id: number }>('/api/tickets', QUESTION, { 'idempotency-key': key });
    expect([theirs.status, replayed(theirs), replayed(ofDesk)]).toEqual([201, null, null]);
    expect(new Set([mine, theirs.body.id, ofDesk.body.id]).size).toBe(3);
  });

  it('does not use the key up when it is refused, and a key must be one', async () => {
    const key = randomUUID();
    expect((await ask(key, { question: { ...QUESTION, attachments: [randomUUID()] } })).status).toBe(400);
    expect([(await ask(key)).status, (await ask('schl\u00fcssel')).status]).toEqual([201, 400]);
  });

  it('is none to a retry once it was deleted', async () => {
    const key = randomUUID();
    const { id } = (await ask(key)).body;
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await ask(key)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
  });

  it('has its key for a day, which is free then, and forgotten', async () => {
    const key = randomUUID();
    const first = (await ask(key)).body.id;
    const age = (hours: number) =>
      app.sql(
        `UPDATE customer_idempotency_keys SET created_at = now() - interval '${String(hours)} hours' WHERE key = $1`,
        [key],
      );
    await age(23);
    expect((await ask(key)).body.id).toBe(first);
    await age(25);
    expect((await ask(key, { question: { ...QUESTION, title: 'Other' } })).body.id).not.toBe(first);
    await age(25);
    await app.get(TicketHousekeeping).tidy();
    expect(await app.sql('SELECT FROM customer_idempotency_keys WHERE key = $1', [key])).toEqual([]);
  });
});

describe('a customer’s answer with an Idempotency-Key', () => {
  it('is written once, and given to a retry whatever came since', async () => {
    const [id, key, message] = [await asked(), randomUUID(), { ...ANSWER, attachments: [await upload()] }];
    const first = await answer(id, key, { message });
    await app.api.post(`${ticketPath(id)}/messages`, { kind: 'reply', text: 'Good.' });
    const retry = await answer(id, key, { message });
    expect([first, retry].map((one) => [one.status, replayed(one)])).toEqual([
      [201, null],
      [201, 'true'],
    ]);
    expect(retry.body).toEqual(first.body);
    expect(await told(id)).toEqual([QUESTION.description, ANSWER.text, 'Good.']);
  });

  it('is written once by two at the same moment', async () => {
    const [id, key] = [await asked(), randomUUID()];
    const answers = await Promise.all([answer(id, key), answer(id, key)]);
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual([
      [201, answers[0].body.number],
      [201, answers[0].body.number],
    ]);
    expect(await told(id)).toEqual([QUESTION.description, ANSWER.text]);
  });

  it('is refused with another text and to another ticket', async () => {
    const [id, other, key] = [await asked(), await asked(), randomUUID()];
    await answer(id, key);
    expect(await answer(id, key, { message: { text: 'Other.' } })).toMatchObject(REUSED);
    expect(await answer(other, key)).toMatchObject(REUSED);
    expect([await told(id), await told(other)]).toEqual([[QUESTION.description, ANSWER.text], [QUESTION.description]]);
  });

  it('is another customer’s own with the same key', async () => {
    const [id, key] = [await asked(), randomUUID()];
    await app.api.post(`${ticketPath(id)}/followers`, { address: 'otto@other.example' });
    await answer(id, key);
    const theirs = await answer(id, key, { by: otto, message: { text: 'Me too.' } });
    expect([theirs.status, replayed(theirs)]).toEqual([201, null]);
    expect(await told(id)).toEqual([QUESTION.description, ANSWER.text, 'Me too.']);
  });

  it('that opened a ticket of its own is given from there', async () => {
    const late = await startReplica(app, { ...WITH_PORTAL, REOPEN_DAYS: '0' });
    const [id, key, by] = [await asked(), randomUUID(), new ApiClient(late.url, ruth.headers)];
    await ruth.post(`${portalPath(id)}/close`, {});
    const first = await answer(id, key, { by });
    await ruth.post(`${portalPath(first.body.ticket)}/close`, {});
    const retry = await answer(id, key, { by });
    expect([retry.status, retry.body]).toEqual([201, first.body]);
    expect(first.body.ticket).not.toBe(id);
    await late.close();
  });

  it('is known no more by what it said once that was removed', async () => {
    const [id, key] = [await asked(), randomUUID()];
    const { number } = (await answer(id, key)).body;
    const path = `${ticketPath(id)}/messages/${String(number)}/redaction`;
    expect((await app.as('admin').post(path, { reason: 'A card number.' })).status).toBeLessThan(300);
    expect(await answer(id, key)).toMatchObject(REUSED);
  });

  it('gives nothing of a ticket that was deleted since', async () => {
    const [id, key] = [await asked(), randomUUID()];
    await answer(id, key);
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await answer(id, key)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
  });
});
