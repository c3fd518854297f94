import { randomBytes } from 'node:crypto';
import { setServers } from 'node:dns/promises';
import { type AddressInfo, createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { MailSending } from '../src/sending/mail-sending.service.ts';
import type { ProblemBody } from './support/api-client.ts';
import { ticketPath, write } from './support/conversation.ts';
import { captureLogs } from './support/log-capture.ts';
import { SMTP_PASSWORD, SMTP_USER, TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

interface SenderBody {
  user: string | null;
  from_name: string;
  from_address: string;
  has_password: boolean;
  version: number;
}

interface SetupBody {
  sender: SenderBody | null;
  fixed_sender: { from_address: string } | null;
}

interface TrialBody {
  steps: { step: string; state: string; detail: string }[];
}

let server: TestSmtpServer;
let fixed: TestSmtpServer;
let app: TestApp;
beforeAll(async () => {
  setServers(['127.0.0.1:9']);
  [server, fixed] = [await TestSmtpServer.start(), await TestSmtpServer.start()];
  app = await startTestApp({
    ...{ SECRET_KEY: randomBytes(32).toString('base64'), PROCESS_ROLE: 'api' },
    ...{ SMTP_URL: fixed.url, MAIL_FROM: 'Fixed <fixed@desk.example>' },
  });
});
beforeEach(async () => {
  server.taken.length = 0;
  fixed.taken.length = 0;
  server.refuses = () => null;
  await app.as('admin').delete('/api/admin/sender');
});
afterAll(async () => {
  await app.close();
  await server.stop();
  await fixed.stop();
});

const typed = () => {
  const { hostname: host, port } = new URL(server.url);
  return {
    ...{ host, port: Number(port), security: 'none', user: SMTP_USER, password: SMTP_PASSWORD },
    ...{ from_name: 'Set Desk', from_address: 'set@desk.example' },
  };
};
const save = (sender: object, version?: number) => {
  const match: Record<string, string> = version === undefined ? {} : { 'if-match': `"${String(version)}"` };
  return app.as('admin').put<SenderBody & ProblemBody>('/api/admin/sender', sender, match);
};
const tryOut = (sender: object) => app.as('admin').post<TrialBody & ProblemBody>('/api/admin/sender/test', sender);
const setup = async () => (await app.as('admin').get<SetupBody>('/api/admin/mail')).body;
/** Answers a customer and hands the mail over, if there is one. */
const answer = async (to = 'ada@example.com') => {
  const { id } = await app.api.createTicket({ title: 'Seats' });
  const recipients = { to: [{ name: '', address: to }], cc: [] };
  await write(app.api, id, { kind: 'reply', text: 'Done.', recipients });
  const [mail] = await app.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [id]);
  if (mail) await app.get(MailSending).send(Number(mail.id));
  const { body } = await app.api.get<{ delivery: { state: string } }>(`${ticketPath(id)}/messages/2`);
  return body.delivery.state;
};

describe('the sender that admins set', () => {
  it('counts at once and before that of the environment, which counts again once it is gone', async () => {
    expect(await setup()).toMatchObject({ sender: null, fixed_sender: { from_address: 'fixed@desk.example' } });
    expect(await answer()).toBe('sent');
    expect([fixed.taken.length, server.taken.length]).toEqual([1, 0]);

    const saved = await save(typed(), 0);
    expect(saved.body).toMatchObject({ from_name: 'Set Desk', has_password: true });
    expect((await save(typed(), 0)).status).toBe(412);
    expect(await answer()).toBe('sent');
    expect([fixed.taken.length, server.taken[0]?.from]).toEqual([1, 'set@desk.example']);

    expect((await app.as('admin').delete('/api/admin/sender')).status).toBe(204);
    expect((await app.as('admin').delete('/api/admin/sender')).status).toBe(404);
    expect(await answer()).toBe('sent');
    expect(fixed.taken).toHaveLength(2);
  });

  it('is set by the first of two who set it at once, and the other is told', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const answers = await Promise.all([save(typed(), 0), save({ ...typed(), from_name: 'Other' }, 0)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect((await setup()).sender?.version).toBe(1);
      await app.as('admin').delete('/api/admin/sender');
    }
  });

  it('is not tried with an empty password where its own cannot be read: mails wait and say why', async () => {
    await save(typed());
    const { id } = await app.api.createTicket({ title: 'Seats' });
    const recipients = { to: [{ name: '', address: 'ada@example.com' }], cc: [] };
    await write(app.api, id, { kind: 'reply', text: 'Done.', recipients });
    const other = await startReplica(app, {
      ...{ SECRET_KEY: randomBytes(32).toString('base64'), PROCESS_ROLE: 'api' },
      ...{ SMTP_URL: fixed.url, MAIL_FROM: 'Fixed <fixed@desk.example>' },
    });
    const before = server.signedIn;
    const [mail] = await app.sql<{ id: string }>('SELECT id FROM outgoing_mails WHERE ticket_id = $1', [id]);
    await expect(other.get(MailSending).send(Number(mail?.id))).rejects.toThrow('does not take the mail yet');
    const [kept] = await app.sql('SELECT state, detail FROM outgoing_mails WHERE ticket_id = $1', [id]);
    expect(kept).toEqual({ state: 'queued', detail: expect.stringContaining('SECRET_KEY is another one') });
    expect([server.signedIn - before, fixed.taken.length]).toEqual([0, 0]);
    const untyped = { ...typed(), password: undefined };
    const tried = await other.as('admin').post<ProblemBody>('/api/admin/sender/test', untyped);
    expect([tried.status, tried.body.errors?.[0]?.field]).toEqual([400, 'password']);
  });

  it('is nobody whom answers go to, with none of its addresses', async () => {
    await save({ ...typed(), addresses: ['help@desk.example'] });
    for (const own of ['SET@desk.example', 'help+t7@desk.example', 'fixed@desk.example'])
      expect([own, await answer(own)]).toEqual([own, 'not_sent']);
    expect(server.taken).toEqual([]);
  });

  it('keeps its password to itself, and gives it to no other server, port or user', async () => {
    const logs = captureLogs();
    const secret = `hush-${randomBytes(8).toString('hex')}`;
    await save({ ...typed(), password: secret });
    const same = { ...typed(), password: undefined };
    const answers = [
      await save({ ...same, from_name: 'Renamed' }),
      await tryOut(same),
      await app.as('admin').get('/api/admin/mail'),
      await app.as('admin').get('/api/admin/audit'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const other of [{ host: 'localhost' }, { port: 25 }, { user: 'eve' }, { security: 'tls' }]) {
      const refused = [await save({ ...same, ...other }), await tryOut({ ...same, ...other })];
      for (const { status, body } of refused)
        expect([status, body.errors?.map(({ field }) => field)]).toEqual([400, ['password']]);
      answers.push(...refused);
    }
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(secret);
    expect(logs.text()).not.toContain(secret);
    const rows = await app.sql('SELECT 1 FROM mail_senders AS t WHERE t::text LIKE $1', [`%${secret}%`]);
    expect(rows).toEqual([]);
    const kinds = await app.sql<{ details: object }>(
      `SELECT details FROM audit_events WHERE kind = 'sender_changed' ORDER BY id DESC LIMIT 1`,
    );
    expect(kinds[0]?.details).toEqual({ changes: { fromName: { from: 'Set Desk', to: 'Renamed' } } });
  });

  it('needs no password where nobody signs in', async () => {
    expect((await save({ ...typed(), user: null, password: undefined })).body).toMatchObject({
      user: null,
      has_password: true,
    });
  });
});

describe('a sender that is tried', () => {
  it('tells each step, and sends one mail to itself', async () => {
    const { steps } = (await tryOut(typed())).body;
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['name', 'ok'],
      ['tls', 'skipped'],
      ['sign_in', 'ok'],
      ['mail', 'ok'],
    ]);
    await until(() => Promise.resolve(server.taken.length > 0));
    expect(server.taken[0]).toMatchObject({ from: 'set@desk.example', to: ['set@desk.example'] });
    expect(server.taken[0]?.raw).toContain('Auto-Submitted: auto-generated\r\n');
    expect(await setup()).toMatchObject({ sender: null });
  });

  it('is that of the environment too, also beside another one', async () => {
    const tryFixed = () => app.as('admin').post<TrialBody>('/api/admin/sender/fixed/test', undefined);
    for (const isSet of [false, true]) {
      if (isSet) await save(typed());
      const { status, body } = await tryFixed();
      expect([status, body.steps.at(-1)?.state]).toEqual([200, 'ok']);
      expect(JSON.stringify(body)).not.toContain(SMTP_PASSWORD);
    }
    await until(() => Promise.resolve(fixed.taken.length === 2));
    expect(fixed.taken[0]).toMatchObject({ from: 'fixed@desk.example', to: ['fixed@desk.example'] });
    const without = await startReplica(app, { PROCESS_ROLE: 'api' });
    const none = await without.as('admin').post<ProblemBody>('/api/admin/sender/fixed/test', undefined);
    expect([none.status, none.body.code]).toEqual([404, 'sender_not_found']);
  });

  it('stops at the first step that fails, in the words of the server, without the password', async () => {
    const failed = async (other: object) => {
      const { steps } = (await tryOut({ ...typed(), ...other })).body;
      const at = steps.findIndex(({ state }) => state === 'failed');
      expect(steps.slice(at + 1).every(({ state }) => state === 'skipped')).toBe(true);
      return [steps[at]?.step, steps[at]?.detail];
    };
    expect(await failed({ password: 'wrong' })).toEqual(['sign_in', expect.stringContaining('535 5.7.8 Who are you?')]);
    server.refuses = () => ({ code: 550, words: `5.7.60 may not send as that, says ${SMTP_PASSWORD}` });
    expect(await failed({})).toEqual(['mail', expect.stringContaining('may not send as that, says [secret]')]);
    expect(await failed({ security: 'starttls' })).toEqual(['tls', 'It offers no encryption by STARTTLS.']);
    expect(await failed({ security: 'tls' })).toEqual(['tls', expect.stringContaining('does not speak TLS')]);
  });

  it('does not trust a certificate that nobody vouches for', async () => {
    const encrypted = new SMTPServer({
      ...{ secure: true, logger: false, authOptional: true },
      onData: (stream, _, done) => void buffer(stream).then(() => done()),
    });
    encrypted.on('error', () => undefined);
    const listening = encrypted.listen(0, '127.0.0.1');
    await until(() => Promise.resolve(listening.listening));
    const { port } = listening.address() as AddressInfo;
    const { steps } = (await tryOut({ ...typed(), port, security: 'tls' })).body;
    expect(steps[1]).toMatchObject({ step: 'tls', state: 'failed' });
    expect(steps[1]?.detail).toMatch(/certificate/);
    await new Promise<void>((resolve) => encrypted.close(resolve));
  });

  it('shows nothing of what answers as no mail server', async () => {
    const other = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 200 inner-secret\r\n'));
    other.listen(0, '127.0.0.1');
    await until(() => Promise.resolve(other.listening));
    const { steps } = (await tryOut({ ...typed(), port: (other.address() as AddressInfo).port })).body;
    expect(steps[1]).toMatchObject({
      ...{ step: 'tls', state: 'failed' },
      detail: 'It does not answer as a server that takes mails (SMTP) does.',
    });
    expect(JSON.stringify(steps)).not.toContain('inner-secret');
    other.close();
  });
});
