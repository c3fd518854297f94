import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import type { Answer, ApiClient, ProblemBody } from './support/api-client.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface CannedBody {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly team: boolean;
  readonly steps: object;
  readonly uses: number;
  readonly version: number;
}

interface CannedList {
  readonly results: CannedBody[];
  readonly next_cursor: string | null;
}

const PATH = '/api/canned-answers';
const whole = {
  ...{ name: 'Invoices as one archive', text: 'Hello {{customer.name}},\n\n{{agent.name}}', team: true },
  steps: { status: 'resolved', category: 'billing', priority: 'low', assignee: null },
};

let app: TestApp;
/** An admin, who may write what the team has. */
let desk: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api' });
  desk = app.as('admin');
});
beforeEach(() => app.sql('DELETE FROM canned_answers'));
afterAll(() => app.close());

const at = ({ id }: Pick<CannedBody, 'id'>) => `${PATH}/${String(id)}`;
const create = (fields: object = {}, by = desk): Promise<Answer<CannedBody & ProblemBody>> =>
  by.post(PATH, { ...whole, ...fields });
const made = async (fields: object = {}, by = desk): Promise<CannedBody> => {
  const { status, body } = await create(fields, by);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};
const list = async (query = '', by: ApiClient = desk) => (await by.get<CannedList>(`${PATH}${query}`)).body;
const names = async (query = '', by: ApiClient = desk) =>
  (await list(query, by)).results.map(({ name }) => name).sort();

describe('a canned answer', () => {
  it('is written, read, changed and deleted', async () => {
    const { body, headers } = await create();
    expect(body).toEqual({
      ...{ ...whole, attachments: [], id: expect.any(Number), uses: 0, version: 1 },
      ...{ created_at: expect.any(String), updated_at: expect.any(String) },
    });
    expect(headers.get('etag')).toBe('"1"');
    expect((await desk.get(at(body))).body).toEqual(body);

    const changed = await desk.patch<CannedBody>(at(body), { text: 'New', steps: {} }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ ...whole, text: 'New', steps: {}, version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');

    expect((await desk.delete(at(body))).status).toBe(204);
    expect(problem(await desk.get<ProblemBody>(at(body)))).toBe('404 canned_answer_not_found');
  });

  it('is one’s own without steps unless more is said', async () => {
    const answer = (await desk.post<CannedBody>(PATH, { name: 'Mine', text: 'Hello' })).body;
    expect(answer).toMatchObject({ team: false, steps: {} });
  });

  it('is not changed or deleted by who has not seen what others made of it', async () => {
    const answer = await made();
    await desk.patch(at(answer), { name: 'Theirs' });
    for (const late of [
      await desk.patch<ProblemBody>(at(answer), { name: 'Mine' }, { 'if-match': '"1"' }),
      await desk.delete<ProblemBody>(at(answer), { 'if-match': '"1"' }),
    ])
      expect(problem(late)).toBe('412 stale_version');
    expect((await desk.get<CannedBody>(at(answer))).body.name).toBe('Theirs');
  });

  it('of somebody is nobody else’s, also not an admin’s, until it is the team’s', async () => {
    const answer = await made({ team: false }, app.api);
    for (const refused of [
      await desk.get<ProblemBody>(at(answer)),
      await desk.patch<ProblemBody>(at(answer), { name: 'Theirs' }),
      await desk.delete<ProblemBody>(at(answer)),
      await desk.post<ProblemBody>(`${at(answer)}/uses`, undefined),
    ])
      expect(problem(refused)).toBe('404 canned_answer_not_found');
    expect(await names()).toEqual([]);
    expect((await desk.get(`${PATH}/export`)).body).toEqual({ answers: [] });

    const own = await made({ team: false });
    await desk.patch(at(own), { team: true });
    expect([await names(), await names('', app.api)]).toEqual([[whole.name], [whole.name, whole.name]]);
    await desk.patch(at(own), { team: false });
    expect(await names('', app.api)).toEqual([whole.name]);
  });

  it('of the team is for everybody to use, and for admins to write', async () => {
    const [team, own] = [await made(), await made({ name: 'Mine', team: false }, app.api)];
    const few = await makeToken(desk, ['tickets:read', 'tickets:write']);
    for (const refused of [
      await create({}, app.api),
      // An admin's token without that scope is no admin.
      await create({}, bearer(app, few.secret)),
      await app.api.patch<ProblemBody>(at(team), { name: 'Theirs' }),
      await app.api.patch<ProblemBody>(at(team), { team: false }),
      await app.api.patch<ProblemBody>(at(own), { team: true }),
      await app.api.delete<ProblemBody>(at(team)),
      await app.api.post<ProblemBody>(`${PATH}/import`, {
        answers: [
          { ...whole, team: false },
          { ...whole, name: 'New' },
        ],
      }),
    ])
      expect(problem(refused)).toBe('403 forbidden');
    expect(await names('', app.api)).toEqual([whole.name, 'Mine']);
    expect((await app.api.post(`${at(team)}/uses`, undefined)).status).toBe(204);
  });

  it('of somebody is theirs through their token too', async () => {
    const { secret } = await makeToken(desk, ['tickets:read', 'tickets:write']);
    const answer = await made({ team: false }, bearer(app, secret));
    expect((await desk.get(at(answer))).body).toEqual(answer);
  });

  it.each([
    [{ name: ' ' }, 'name required'],
    [{ name: 'x'.repeat(101) }, 'name too_long'],
    [{ name: 'two\nlines' }, 'name not_one_line'],
    [{ text: '\u200b' }, 'text required'],
    [{ text: 'x'.repeat(20_001) }, 'text too_long'],
    [{ text: 5 }, 'text not_text'],
    [{ text: 'Hello {{customer.nam}}' }, 'text unknown_placeholder'],
    [{ team: 'yes' }, 'team not_a_boolean'],
    [{ steps: null }, 'steps not_an_object'],
    [{ steps: [] }, 'steps not_an_object'],
    [{ steps: { status: 'done' } }, 'steps.status unknown_value'],
    [{ steps: { priority: null } }, 'steps.priority required'],
    [{ steps: { category: 'nothing' } }, 'steps.category unknown_value'],
    [{ steps: { assignee: 999_999 } }, 'steps.assignee unknown_value'],
    [{ steps: { assignee: '1' } }, 'steps.assignee not_an_integer'],
    [{ steps: { title: 'x' } }, 'steps.title unknown_field'],
    [{ owner: 1 }, 'owner unknown_field'],
    [{ attachments: 'x' }, 'attachments not_a_list'],
    [{ attachments: ['x'] }, 'attachments not_a_uuid'],
    [{ attachments: ['0b6f2c1e-8d4a-4c53-9a71-2f9be0c4d517'] }, 'attachments unknown_value'],
  ])('is refused with %j', async (fields, error) => {
    const refused = `400 validation_failed ${error}`;
    expect(problem(await create(fields))).toBe(refused);
    const answer = await made();
    expect(problem(await desk.patch<ProblemBody>(at(answer), fields))).toBe(refused);
    expect(await names()).toEqual([whole.name]);
  });

  it('names the placeholder that nothing is known of', async () => {
    const { body } = await create({ text: '{{ticket.id}} {{ ticket.colour }}' });
    expect(body.detail).toContain('{{ticket.colour}}');
  });

  it('is not changed by nothing', async () => {
    const answer = await made();
    expect(problem(await desk.patch<ProblemBody>(at(answer), {}))).toBe('400 validation_failed body empty');
  });

  it('takes no step to a category that is retired, or to somebody who has left', async () => {
    const leaver = await makePerson(app, 'leaver');
    await app.sql(`UPDATE users SET active = false WHERE username = 'leaver'`);
    await app.sql(`UPDATE categories SET active = false WHERE key = 'account'`);
    const refused = await create({ steps: { category: 'account' } });
    expect(problem(refused)).toBe('400 validation_failed steps.category unknown_value');
    const left = await create({ steps: { assignee: leaver } });
    expect(problem(left)).toBe('400 validation_failed steps.assignee unknown_value');
  });

  it('comes back within a day as it was, with how often it was used', async () => {
    const answer = await made();
    await desk.post(`${at(answer)}/uses`, undefined);
    await desk.delete(at(answer));
    expect(await names()).toEqual([]);
    expect((await desk.get(`${PATH}/export`)).body).toEqual({ answers: [] });
    for (const gone of [
      await desk.patch<ProblemBody>(at(answer), { name: 'x' }),
      await desk.delete<ProblemBody>(at(answer)),
      await desk.post<ProblemBody>(`${at(answer)}/uses`, undefined),
    ])
      expect(problem(gone)).toBe('404 canned_answer_not_found');
    expect(problem(await app.api.post<ProblemBody>(`${at(answer)}/restore`, undefined))).toBe('403 forbidden');

    const back = await desk.post<CannedBody>(`${at(answer)}/restore`, undefined);
    expect([back.status, back.body, back.headers.get('etag')]).toEqual([200, { ...answer, uses: 1 }, '"1"']);
    expect((await desk.get(at(answer))).body).toEqual(back.body);
    // A second try finds it there.
    expect((await desk.post(`${at(answer)}/restore`, undefined)).body).toEqual(back.body);
  });

  it('of somebody is brought back by nobody else', async () => {
    const answer = await made({ team: false }, app.api);
    await app.api.delete(at(answer));
    expect(problem(await desk.post<ProblemBody>(`${at(answer)}/restore`, undefined))).toBe(
      '404 canned_answer_not_found',
    );
    expect((await app.api.post(`${at(answer)}/restore`, undefined)).status).toBe(200);
  });

  it('that is deleted does not stand in the way of the same written or brought anew', async () => {
    const answer = await made();
    await desk.delete(at(answer));
    expect((await desk.post(`${PATH}/import`, { answers: [whole] })).body).toMatchObject({ added: 1, known: 0 });
  });

  it('counts how often it was used, which is no change of it', async () => {
    const answer = await made();
    await Promise.all(Array.from({ length: 5 }, () => desk.post(`${at(answer)}/uses`, undefined)));
    expect((await desk.get(at(answer))).body).toEqual({ ...answer, uses: 5 });
  });
});

describe('canned answers', () => {
  it('are found by words of their name or text, also half typed, and by whose they are', async () => {
    await made({ name: 'Invoices as one archive', text: 'They are packed.' });
    await made({ name: 'Invoice to another address', text: 'From next month on.', team: false });
    await made({ name: 'Password', text: 'We sent you an invitation.' });
    expect(await names('?search=inv')).toHaveLength(3);
    expect(await names('?search=invoice+another')).toEqual(['Invoice to another address']);
    expect(await names('?search=packed')).toEqual(['Invoices as one archive']);
    expect(await names('?search=nothing')).toEqual([]);
    expect(await names('?team=false')).toEqual(['Invoice to another address']);
    expect(await names('?team=true')).toEqual(['Invoices as one archive', 'Password']);
    expect(problem(await desk.get<ProblemBody>(`${PATH}?team=mine`))).toBe('400 validation_failed team not_a_boolean');
  });

  it('come page by page, the most used first', async () => {
    await made({ name: 'A' });
    const used = await made({ name: 'B' });
    await made({ name: 'C' });
    await desk.post(`${at(used)}/uses`, undefined);
    const first = await list('?limit=2');
    expect(first.results.map(({ name }) => name)).toEqual(['B', 'C']);
    const next = await list(`?limit=2&cursor=${String(first.next_cursor)}`);
    expect([next.results.map(({ name }) => name), next.next_cursor]).toEqual([['A'], null]);
    expect(problem(await desk.get<ProblemBody>(`${PATH}?cursor=abc`))).toBe(
      '400 validation_failed cursor invalid_cursor',
    );
  });

  it('go out and come in again, elsewhere too, and twice make no more of them', async () => {
    await made();
    await made({ name: 'Mine', team: false, steps: {} });
    const exported = await desk.get<{ answers: object[] }>(`${PATH}/export`);
    expect(exported.body.answers).toEqual([whole, { ...whole, name: 'Mine', team: false, steps: {} }]);

    expect((await desk.post(`${PATH}/import`, exported.body)).body).toEqual({ added: 0, known: 2, without_files: [] });
    await makePerson(app, 'newcomer');
    const newcomer = await browserOf(app, 'newcomer');
    expect((await newcomer.post(`${PATH}/import`, exported.body)).body).toEqual({
      ...{ added: 1, known: 1, without_files: [] },
    });
    expect(await names('', newcomer)).toEqual([whole.name, 'Mine']);
    expect(await names()).toEqual([whole.name, 'Mine']);
  });

  it.each([
    [{}, 'answers not_a_list'],
    [{ answers: 'x' }, 'answers not_a_list'],
    [{ answers: ['x'] }, 'answers not_an_object'],
    [{ answers: [whole, { ...whole, text: '{{x}}' }] }, 'answers.1.text unknown_placeholder'],
    [{ answers: [whole, { ...whole, steps: { category: 'nothing' } }] }, 'answers.1.steps.category unknown_value'],
    [{ answers: [{ ...whole, uses: 3 }] }, 'answers.0.uses unknown_field'],
    [{ answers: [{ ...whole, attachments: [] }] }, 'answers.0.attachments unknown_field'],
    [{ answers: [{ ...whole, files: 'a.pdf' }] }, 'answers.0.files not_a_list'],
    [{ answers: [{ ...whole, files: [1] }] }, 'answers.0.files not_text'],
    [{ answers: Array.from({ length: 101 }, () => ({ name: 'x', text: 'x' })) }, 'answers too_many'],
  ])('are taken in all or none: %#', async (body, error) => {
    const refused = await desk.post<ProblemBody>(`${PATH}/import`, body);
    expect([refused.status, refused.body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([
      400,
      expect.arrayContaining([error]),
    ]);
    expect(await names()).toEqual([]);
  });
});
