import { randomBytes } from 'node:crypto';
import { setServers } from 'node:dns/promises';
import { Mailboxes } from '../src/mail-accounts/mailboxes.service.ts';
import { MailSending } from '../src/sending/mail-sending.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import type { ProblemBody } from './support/api-client.ts';
import { ticketPath, write } from './support/conversation.ts';
import { type Dovecot, NO_DOVECOT, PASSWORD, startDovecot } from './support/dovecot.ts';
import { captureLogs } from './support/log-capture.ts';
import { openPort } from './support/open-port.ts';
import { TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { CLIENT_ID, CLIENT_SECRET, TestTokenEndpoint } from './support/token-endpoint.ts';
import { until } from './support/until.ts';

interface AccountBody {
  id: number;
  oauth: object | null;
  has_password: boolean;
  version: number;
}

interface TrialBody {
  steps: { step: string; state: string; detail: string }[];
}

const USER = 'support@desk.example';
const SECRETS = { SECRET_KEY: randomBytes(32).toString('base64') };
const withDovecot = NO_DOVECOT ? describe.skip : describe;

let provider: TestTokenEndpoint;
let app: TestApp;
beforeAll(async () => {
  setServers(['127.0.0.1:9']);
  app = await startTestApp({ ...SECRETS, PROCESS_ROLE: 'api' });
});
beforeEach(async () => {
  provider = await TestTokenEndpoint.start(USER);
});
afterEach(() => provider.stop());
afterAll(() => app.close());

const oauth = () => ({ client_id: CLIENT_ID, token_url: provider.url, scope: 'mail offline_access' });
const typed = () => ({ oauth: oauth(), client_secret: CLIENT_SECRET, refresh_token: provider.refreshToken });
const failure = ({ steps }: TrialBody) => steps.find(({ state }) => state === 'failed');
/** Every row of every table as text that holds one of these words. */
const rowsWith = async (...words: string[]): Promise<string[]> => {
  const tables = await app.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await app.sql(`SELECT 1 FROM ${name} AS t WHERE t::text LIKE ANY ($1)`, [
      words.map((one) => `%${one}%`),
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
};

withDovecot(`a mailbox that tokens let the desk into${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let box: object;
  const ids: number[] = [];
  beforeEach(async () => {
    server = await startDovecot({ introspection: provider.introspection });
    const { hostname: host, port } = new URL(server.address('any'));
    box = { host, port: Number(port), security: 'none', user: USER };
  });
  afterEach(async () => {
    for (const id of ids.splice(0)) await app.as('admin').delete(`/api/admin/mailboxes/${id}`);
    await server.stop();
  });

  const add = async (fields: object) => {
    const added = await app.as('admin').post<AccountBody & ProblemBody>('/api/admin/mailboxes', { ...box, ...fields });
    if (added.status === 201) ids.push(added.body.id);
    return added;
  };
  const tryOut = async (fields: object) => {
    const { status, body } = await app.as('admin').post<TrialBody>('/api/admin/mailboxes/test', { ...box, ...fields });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  const change = (id: number, fields: object) =>
    app.as('admin').patch<AccountBody & ProblemBody>(`/api/admin/mailboxes/${id}`, fields);
  const toRead = async () => {
    const [one] = await app.get(Mailboxes).toRead();
    if (one?.login.kind !== 'oauth') throw new Error('There is no mailbox that tokens let in');
    return one.login.accessToken;
  };

  it('is read, with a new token where the one it had is refused, and with none that is asked for too often', async () => {
    const worker = await startReplica(app, { ...SECRETS, PROCESS_ROLE: 'worker' });
    server.deliver(USER, letter('By token'));
    const { status, body } = await add(typed());
    expect([status, body.oauth, body.has_password]).toEqual([201, oauth(), true]);
    await until(() => came('By token'));
    expect(provider.asked.map((form) => Object.fromEntries(form))).toEqual([
      {
        ...{ grant_type: 'refresh_token', refresh_token: provider.refreshToken, client_id: CLIENT_ID },
        ...{ client_secret: CLIENT_SECRET, scope: 'mail offline_access' },
      },
    ]);

    // The connection is new, the token is the same.
    await server.dropConnections();
    server.deliver(USER, letter('Again'));
    await until(() => came('Again'));
    expect(provider.asked).toHaveLength(1);

    provider.forget();
    await server.dropConnections();
    server.deliver(USER, letter('Anew'));
    await until(() => came('Anew'));
    expect(provider.asked).toHaveLength(2);
    await worker.close();
  });

  it('keeps the refresh token that takes the place of its own, sealed', async () => {
    provider.rotates = true;
    provider.seconds = 1;
    const first = provider.refreshToken;
    const { id } = (await add(typed())).body;
    const accessToken = await toRead();
    await accessToken(false);
    await accessToken(false);
    // Another process knows the one that is kept alone.
    const other = await startReplica(app, { ...SECRETS, PROCESS_ROLE: 'api' });
    const [again] = await other.get(Mailboxes).toRead();
    if (again?.login.kind !== 'oauth') throw new Error('There is no mailbox that tokens let in');
    const token = (await again.login.accessToken(false)).secret.reveal();
    expect(provider.lets(USER, token)).toBe(true);
    const used = provider.asked.map((form) => form.get('refresh_token') ?? '');
    expect([used[0], new Set(used).size]).toEqual([first, 3]);
    expect(await rowsWith(...used, provider.refreshToken, token, CLIENT_SECRET)).toEqual([]);
    const [row] = await app.sql<{ version: number }>('SELECT version FROM mail_accounts WHERE id = $1', [id]);
    expect(row?.version).toBe(1);
  });

  it('is kept with the refresh token that came while it was tried', async () => {
    provider.rotates = true;
    const once = typed();
    expect(failure(await tryOut(once))).toBeUndefined();
    expect(once.refresh_token).not.toBe(provider.refreshToken);
    const { id } = (await add(once)).body;
    expect(failure(await tryOut({ id, oauth: oauth() }))).toBeUndefined();
  });

  it('tells each step of a test', async () => {
    server.deliver(USER, letter('Unread'));
    const { steps } = await tryOut(typed());
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['name', 'ok'],
      ['token', 'ok'],
      ['tls', 'skipped'],
      ['sign_in', 'ok'],
      ['folder', 'ok'],
      ['arrival', 'skipped'],
    ]);
  });

  it('is not asked for with each try while its user is refused, and at once when it was changed', async () => {
    const worker = await startReplica(app, { ...SECRETS, PROCESS_ROLE: 'worker' });
    const { id } = (await add({ ...typed(), user: 'eve@desk.example' })).body;
    server.deliver('eve@desk.example', letter('Kept from Eve'));
    server.deliver(USER, letter('For who changed'));
    // A second try comes after a second.
    const logs = captureLogs();
    await until(() => Promise.resolve(logs.text().includes('None is asked for within the next')));
    expect(provider.asked).toHaveLength(1);
    await change(id, { ...typed(), user: USER });
    await until(() => came('For who changed'));
    expect(await came('Kept from Eve')).toBe(false);
    await worker.close();
  });

  it('takes a client that has no secret any more', async () => {
    const { id } = (await add(typed())).body;
    provider.clientSecret = null;
    expect(failure(await tryOut({ id, oauth: oauth() }))?.step).toBe('token');
    for (const left of [{}, { client_secret: null }]) {
      expect((await change(id, { folder: 'INBOX', ...left })).status).toBe(200);
      expect(failure(await tryOut({ id, oauth: oauth() }))?.step).toBe('token');
    }
    expect(failure(await tryOut({ id, oauth: oauth(), client_secret: '' }))).toBeUndefined();
    expect((await change(id, { client_secret: '' })).body).toMatchObject({ has_password: true });
    expect(failure(await tryOut({ id, oauth: oauth() }))).toBeUndefined();
    expect(provider.asked.at(-1)?.has('client_secret')).toBe(false);
  });

  it('says in a test what the token endpoint has against it, without what was typed', async () => {
    const host = new URL(provider.url).host;
    const wrong = { ...typed(), refresh_token: 'no-such-token' };
    expect(failure(await tryOut(wrong))).toMatchObject({
      step: 'token',
      detail: `${host} says: invalid_grant: The token [secret] has expired`,
    });
    const none = `http://127.0.0.1:${String(await openPort())}/token`;
    expect(failure(await tryOut({ ...typed(), oauth: { ...oauth(), token_url: none } }))?.detail).toBe(
      `${new URL(none).host}: It does not answer on this port.`,
    );
    for (const answers of [
      { status: 200, body: 'inner-secret' },
      { status: 500, body: '{"inner-secret": 1}' },
      { status: 200, body: '{"access_token": "two\\nlines"}' },
      { status: 307, body: '', location: provider.introspection },
    ]) {
      provider.answers = answers;
      expect(failure(await tryOut(typed()))).toMatchObject({
        step: 'token',
        detail: `${host} does not answer as a token endpoint does.`,
      });
    }
  });

  it('says in a test that the mail server lets nobody in by the token', async () => {
    const strange = await tryOut({ ...typed(), user: 'eve@desk.example' });
    expect(failure(strange)).toMatchObject({
      step: 'sign_in',
      detail: expect.stringContaining('does not let eve@desk.example in: '),
    });
    await server.stop();
    server = await startDovecot();
    const { port } = new URL(server.address('any'));
    expect(failure(await tryOut({ ...typed(), port: Number(port) }))).toMatchObject({
      step: 'sign_in',
      detail: `It does not let ${USER} in: it offers neither OAUTHBEARER nor XOAUTH2`,
    });
  });

  it('keeps its secrets to itself, and gives them to no other server, user, client or endpoint', async () => {
    const logs = captureLogs();
    const { id } = (await add(typed())).body;
    const others = [
      ...[{ host: 'localhost' }, { user: 'eve' }, { oauth: { ...oauth(), client_id: 'other' } }],
      { oauth: { ...oauth(), token_url: provider.introspection } },
    ];
    const refused = [];
    for (const other of others) {
      refused.push(await change(id, other));
      refused.push(
        await app.as('admin').post<ProblemBody>('/api/admin/mailboxes/test', { ...box, oauth: oauth(), id, ...other }),
      );
    }
    expect(refused.map(({ status, body }) => [status, body.errors?.map(({ field }) => field)])).toEqual(
      refused.map(() => [400, ['refresh_token']]),
    );
    expect((await change(id, { folder: 'Other' })).body).toMatchObject({ has_password: true, oauth: oauth() });
    const password = await change(id, { oauth: null });
    expect([password.status, password.body.errors?.map(({ field }) => field)]).toEqual([400, ['password']]);

    const answers = [
      ...refused,
      await app.as('admin').get('/api/admin/mail'),
      await app.as('admin').get('/api/admin/audit'),
    ];
    const secrets = [provider.refreshToken, CLIENT_SECRET];
    for (const secret of secrets) {
      expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(secret);
      expect(logs.text()).not.toContain(secret);
    }
    expect(await rowsWith(...secrets)).toEqual([]);

    expect((await change(id, { oauth: null, password: PASSWORD })).body).toMatchObject({
      oauth: null,
      has_password: true,
    });
  });

  it('says by the field what is wrong with it', async () => {
    const wrong = { client_id: '', token_url: 'http://login.example.com/token', scope: 'a\nb' };
    const fields = async (given: object) => (await add(given)).body.errors?.map(({ field }) => field).sort();
    expect(await fields({ ...typed(), oauth: wrong })).toEqual(['oauth.client_id', 'oauth.scope', 'oauth.token_url']);
    expect(await fields({ oauth: oauth() })).toEqual(['refresh_token']);
    expect(await fields({ ...typed(), refresh_token: 'two\nlines' })).toEqual(['refresh_token']);
    expect(await fields({})).toEqual(['password']);
  });
});

describe('a sender that tokens let the desk in', () => {
  let server: TestSmtpServer;
  beforeEach(async () => {
    server = await TestSmtpServer.start();
    server.letsIn = (user, token) => provider.lets(user, token);
  });
  afterEach(async () => {
    await app.as('admin').delete('/api/admin/sender');
    await server.stop();
  });

  const sender = () => {
    const { hostname: host, port } = new URL(server.url);
    return {
      host,
      port: Number(port),
      security: 'none',
      user: USER,
      from_name: 'Desk',
      from_address: USER,
      ...typed(),
    };
  };
  const save = (fields: object) => app.as('admin').put<AccountBody & ProblemBody>('/api/admin/sender', fields);
  const tryOut = async (fields: object) =>
    (await app.as('admin').post<TrialBody>('/api/admin/sender/test', fields)).body;
  /** Answers a customer, and gives how far the mail has come. */
  const answer = async () => {
    const { id } = await app.api.createTicket({ title: 'Seats' });
    const recipients = { to: [{ name: '', address: 'ada@example.com' }], cc: [] };
    await write(app.api, id, { kind: 'reply', text: 'Done.', recipients });
    const [mail] = await app.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [id]);
    await app
      .get(MailSending)
      .send(Number(mail?.id))
      .catch(() => undefined);
    const { body } = await app.api.get<{ delivery: { state: string } }>(`${ticketPath(id)}/messages/2`);
    const [kept] = await app.sql<{ detail: string | null }>('SELECT detail FROM outgoing_mails WHERE id = $1', [
      mail?.id,
    ]);
    return [body.delivery.state, kept?.detail];
  };

  it('sends, with a new token where the one it had is refused', async () => {
    expect((await save(sender())).body).toMatchObject({ oauth: oauth(), has_password: true });
    expect(await answer()).toEqual(['sent', null]);
    expect(await answer()).toEqual(['sent', null]);
    expect([provider.asked.length, server.taken.length]).toEqual([1, 2]);
    provider.forget();
    expect(await answer()).toEqual(['sent', null]);
    expect([provider.asked.length, server.taken.length]).toEqual([2, 3]);
  });

  it('says with a mail that waits why there is no token, or why it is refused', async () => {
    await save({ ...sender(), refresh_token: 'no-such-token' });
    const { host } = new URL(provider.url);
    expect(await answer()).toEqual([
      'queued',
      `No access token: ${host} says: invalid_grant: The token [secret] has expired`,
    ]);
    await save(sender());
    server.letsIn = () => false;
    expect(await answer()).toEqual(['queued', expect.stringContaining('5.7.8 Who are you?')]);
    expect(server.taken).toEqual([]);
  });

  it('asks for one token and signs in once for all mails that wait while its user is refused', async () => {
    await save(sender());
    server.letsIn = () => false;
    const first = await answer();
    expect(first).toEqual(['queued', expect.stringContaining('5.7.8 Who are you?')]);
    for (let mails = 0; mails < 3; mails += 1) {
      expect(await answer()).toEqual([
        'queued',
        expect.stringMatching(/^No access token: None is asked for.*Who are you/),
      ]);
    }
    expect([provider.asked.length, server.signedIn]).toEqual([1, 1]);

    server.letsIn = (user, token) => provider.lets(user, token);
    await save({ ...sender(), client_secret: undefined, refresh_token: undefined });
    expect((await answer())[0]).toBe('queued');
    await save({
      ...sender(),
      oauth: { ...oauth(), scope: 'mail' },
      client_secret: undefined,
      refresh_token: undefined,
    });
    expect(await answer()).toEqual(['sent', null]);
  });

  it('asks the token endpoint once for all mails that wait while that gives none, and again after a test has passed', async () => {
    provider.answers = { status: 400, body: '{"error": "temporarily_unavailable"}' };
    await save(sender());
    for (let mails = 0; mails < 3; mails += 1)
      expect(await answer()).toEqual(['queued', expect.stringContaining('temporarily_unavailable')]);
    expect(provider.asked).toHaveLength(1);
    provider.answers = null;
    const kept = { ...sender(), client_secret: undefined, refresh_token: undefined };
    expect(failure(await tryOut(kept))).toBeUndefined();
    expect(await answer()).toEqual(['sent', null]);
  });

  it('keeps the refresh token that takes the place of its own, and needs a user', async () => {
    provider.rotates = true;
    provider.seconds = 1;
    await save(sender());
    expect(await answer()).toEqual(['sent', null]);
    expect(await answer()).toEqual(['sent', null]);
    expect(new Set(provider.asked.map((form) => form.get('refresh_token'))).size).toBe(2);
    const nobody = await save({ ...sender(), user: null });
    expect([nobody.status, nobody.body.errors?.map(({ field }) => field)]).toEqual([400, ['user']]);
  });

  it('tells each step of a test, up to a mail to itself', async () => {
    expect((await tryOut(sender())).steps.map(({ step, state }) => [step, state])).toEqual([
      ['name', 'ok'],
      ['token', 'ok'],
      ['tls', 'skipped'],
      ['sign_in', 'ok'],
      ['mail', 'ok'],
    ]);
    server.letsIn = () => false;
    expect(failure(await tryOut(sender()))).toMatchObject({
      step: 'sign_in',
      detail: expect.stringContaining('5.7.8 Who are you?'),
    });
  });
});

function letter(subject: string): Buffer {
  const id = randomBytes(6).toString('hex');
  return mailWith(
    ['From: Anna Berg <anna@example.org>', `Subject: ${subject}`, `Message-ID: <${id}@example.org>`],
    'Hello',
  );
}

async function came(subject: string): Promise<boolean> {
  return (await app.sql('SELECT 1 FROM mails WHERE subject = $1', [subject])).length > 0;
}
