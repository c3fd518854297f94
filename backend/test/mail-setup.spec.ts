import { randomBytes } from 'node:crypto';
import { setServers } from 'node:dns/promises';
import { type AddressInfo, createServer } from 'node:net';
import { mailWith } from './mails/mail-fixture.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type Dovecot, NO_DOVECOT, PASSWORD, startDovecot } from './support/dovecot.ts';
import { captureLogs } from './support/log-capture.ts';
import { openPort } from './support/open-port.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

interface MailboxBody {
  id: number;
  name: string;
  active: boolean;
  has_password: boolean;
  addresses: string[];
  authserv_id: string | null;
  relays: string[];
  version: number;
}

interface SetupBody {
  mailboxes: MailboxBody[];
  fixed_mailboxes: { name: string }[];
  keeps_passwords: boolean;
}

interface TrialBody {
  steps: { step: string; state: string; detail: string }[];
  proposal: { authserv_id: string | null; relays: string[] } | null;
}

const KEY = randomBytes(32).toString('base64');
const FIXED = 'fixed@desk.example';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`mailboxes that admins set up${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  let nextBox = 0;

  beforeAll(async () => {
    // Whoever asks about the domain of a sender asks nobody.
    setServers(['127.0.0.1:9']);
    server = await startDovecot();
    app = await startTestApp({ SECRET_KEY: KEY, MAILBOXES: server.address(FIXED), PROCESS_ROLE: 'api' });
    await startReplica(app, { SECRET_KEY: KEY, MAILBOXES: server.address(FIXED), PROCESS_ROLE: 'worker' });
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  it('are read by a worker that runs already, tell nothing twice, and are read no more once they are gone', async () => {
    const box = newBox();
    server.deliver(box.user, letter('Before'));
    const { id, version, ...shown } = await added(box);
    expect(shown).toMatchObject({ name: `${box.user} at 127.0.0.1, INBOX`, active: true, has_password: true });
    await until(() => came('Before'));

    const paused = await change(id, { active: false }, version);
    expect(paused).toMatchObject({ status: 200, body: { active: false, version: version + 1 } });
    expect((await change(id, { active: true }, version)).status).toBe(412);
    await change(id, { active: true, addresses: ['Help@Desk.example'] });
    server.deliver(box.user, letter('After'));
    await until(() => came('After'));

    expect((await app.as('admin').delete(`/api/admin/mailboxes/${id}`)).status).toBe(204);
    expect((await app.as('admin').delete(`/api/admin/mailboxes/${id}`)).status).toBe(404);
    expect((await setup()).mailboxes.map((one) => one.id)).not.toContain(id);
    const subjects = await app.sql<{ subject: string }>('SELECT subject FROM mails WHERE mailbox = $1 ORDER BY id', [
      shown.name,
    ]);
    expect(subjects.map(({ subject }) => subject)).toEqual(['Before', 'After']);
    const kept = await app.sql<{ kind: string; details: object }>(
      `SELECT kind, details FROM audit_events WHERE subject_type = 'mailbox' AND subject_id = $1 ORDER BY id`,
      [String(id)],
    );
    expect(kept).toEqual([
      { kind: 'mailbox_added', details: {} },
      { kind: 'mailbox_changed', details: { changes: { active: { from: true, to: false } } } },
      {
        kind: 'mailbox_changed',
        details: {
          changes: { active: { from: false, to: true }, addresses: { from: [], to: ['Help@Desk.example'] } },
        },
      },
      { kind: 'mailbox_removed', details: {} },
    ]);
  });

  it('keep their password to themselves, wherever one looks', async () => {
    const logs = captureLogs();
    const box = newBox();
    const secret = `hush-${randomBytes(8).toString('hex')}`;
    const { id } = await added({ ...box, password: secret });
    const answers = [
      await change(id, { folder: 'Other', password: secret }),
      await change(id, { host: 'elsewhere.example' }),
      await change(id, { port: 0, password: secret }),
      await tryOut({ ...box, password: null, id, folder: 'Other' }),
      await app.as('admin').get('/api/admin/mail'),
      await app.as('admin').get('/api/admin/audit'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 200, 200, 200]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(secret);
    expect(logs.text()).not.toContain(secret);
    expect(logs.text()).toContain('/api/admin/mailboxes');
    const tables = await app.sql<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['public.mail_accounts', 'pgboss.job']));
    for (const { name } of tables) {
      const rows = await app.sql(`SELECT 1 FROM ${name} AS t WHERE t::text LIKE $1`, [`%${secret}%`]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('give their password to no other server, port or user, and to nobody without encryption', async () => {
    const box = newBox();
    const { id } = await added(box);
    for (const other of [{ host: 'localhost' }, { port: box.port + 1 }, { user: 'eve' }, { security: 'starttls' }]) {
      const refused = [await change(id, other), await tryOut({ ...box, password: null, id, ...other })];
      for (const { status, body } of refused) {
        expect([status, (body as unknown as ProblemBody).errors?.map(({ field }) => field)]).toEqual([
          400,
          ['password'],
        ]);
      }
    }
    const open = await change(id, { host: 'imap.example.com', security: 'none', password: PASSWORD });
    expect((open.body as unknown as ProblemBody).errors?.[0]).toMatchObject({ field: 'security' });
    // Whoever writes in the database alone has it sent nowhere else either.
    await app.sql(`UPDATE mail_accounts SET host = 'localhost' WHERE id = $1`, [id]);
    expect((await setup()).mailboxes.find((one) => one.id === id)?.has_password).toBe(false);
  });

  it('are each read once, also beside those of the environment', async () => {
    expect((await setup()).fixed_mailboxes.map(({ name }) => name)).toEqual([`${FIXED} at 127.0.0.1, INBOX`]);
    const box = newBox();
    await added(box);
    for (const taken of [box, { ...box, user: FIXED }]) {
      const { status, body } = await app.as('admin').post<ProblemBody>('/api/admin/mailboxes', taken);
      expect([status, body.code, body.errors?.[0]?.field]).toEqual([409, 'mailbox_exists', 'user']);
    }
  });

  it('say by the field what is wrong with them', async () => {
    const wrong = {
      ...{ host: 'imap.example.com:993', port: 70_000, security: 'ssl', user: '', password: '' },
      ...{ folder: 'a\nb', addresses: ['nobody'] },
    };
    const { status, body } = await app.as('admin').post<ProblemBody>('/api/admin/mailboxes', wrong);
    expect(status).toBe(400);
    expect(body.errors?.map(({ field }) => field).sort()).toEqual(
      ['addresses', 'folder', 'host', 'password', 'port', 'security', 'user'].sort(),
    );
  });

  it('say which servers before them are believed, and are told by the field what is wrong with that', async () => {
    const box = newBox();
    const trust = { authserv_id: ' MX.Example.net ', relays: ['203.0.113.0/24', '2001:DB8::1'] };
    const { id, ...shown } = await added({ ...box, ...trust });
    expect(shown).toMatchObject({ authserv_id: 'mx.example.net', relays: ['203.0.113.0/24', '2001:db8::1'] });
    const field = async (fields: object) => {
      const { status, body } = await change(id, fields);
      return [status, (body as unknown as ProblemBody).errors?.map((one) => one.field)];
    };
    expect(await field({ authserv_id: 'mx.example.net; dmarc=pass' })).toEqual([400, ['authserv_id']]);
    expect(await field({ authserv_id: 7 })).toEqual([400, ['authserv_id']]);
    for (const relays of [['0.0.0.0/0'], ['relay.example'], [null], 'x', Array(51).fill('10.0.0.1')]) {
      expect(await field({ relays })).toEqual([400, ['relays']]);
    }
    expect((await change(id, { folder: 'Other' })).body).toMatchObject({ authserv_id: 'mx.example.net' });
    expect((await change(id, { authserv_id: '', relays: [] })).body).toMatchObject({ authserv_id: null, relays: [] });
    const [noted] = await app.sql<{ details: object }>(
      `SELECT details FROM audit_events WHERE kind = 'mailbox_changed' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [String(id)],
    );
    expect(noted?.details).toMatchObject({ changes: { authservId: { from: 'mx.example.net', to: null } } });
  });

  it('cannot be kept without a key, and wait for their password where it is another one', async () => {
    const box = newBox();
    const { id } = await added(box);
    const keyless = await startReplica(app, { SECRET_KEY: '' });
    const refused = await keyless.as('admin').post<ProblemBody>('/api/admin/mailboxes', newBox());
    expect([refused.status, refused.body.code]).toEqual([409, 'secret_key_missing']);
    expect((await keyless.as('admin').get<SetupBody>('/api/admin/mail')).body.keeps_passwords).toBe(false);

    const other = await startReplica(app, { SECRET_KEY: randomBytes(32).toString('base64'), PROCESS_ROLE: 'api' });
    const { body } = await other.as('admin').get<SetupBody>('/api/admin/mail');
    expect(body.mailboxes.find((one) => one.id === id)).toMatchObject({ has_password: false });
    const anew = await other.as('admin').patch<MailboxBody>(`/api/admin/mailboxes/${id}`, { password: PASSWORD });
    expect(anew.body.has_password).toBe(true);
  });

  it('make their addresses the desk’s own: what comes from there waits, and nobody follows by them', async () => {
    const box = newBox();
    await added({ ...box, addresses: ['help@desk.example'] });
    server.deliver(box.user, letter('From itself', 'The desk <HELP+tag@desk.example>'));
    await until(async () => (await mails('From itself')).length > 0);
    await until(async () => (await mails('From itself'))[0]?.state === 'quarantined');
  });

  describe('tried before they are kept', () => {
    it('tell each step, and change nothing', async () => {
      const box = newBox();
      server.deliver(box.user, letter('Unread'));
      const { steps } = (await tryOut(box)).body;
      expect(steps.map(({ step, state }) => [step, state])).toEqual([
        ['name', 'ok'],
        ['tls', 'skipped'],
        ['sign_in', 'ok'],
        ['folder', 'ok'],
        ['arrival', 'skipped'],
      ]);
      expect(steps.at(-2)?.detail).toBe('INBOX holds 1 mail; nothing was changed');
      expect(steps.at(-1)?.detail).toBe('Too few mails to tell: 5 of 3 different domains are needed');
      expect(await mails('Unread')).toEqual([]);
    });

    it('propose which servers to believe, by the mails that lie there', async () => {
      const box = newBox();
      for (const one of [1, 2, 3, 4, 5]) {
        const path = [
          'Received: from relay.provider.example (relay.provider.example [203.0.113.5]) by store.provider.example; now',
          'Authentication-Results: mx.provider.example; dmarc=pass header.from=example.org',
          `Received: from c (c [192.0.${one}.7]) by mx.provider.example; now`,
        ];
        server.deliver(
          box.user,
          mailWith([...path, `From: <a@c${one}.example>`, `Message-ID: <p${one}@c.example>`], 'Hello'),
        );
      }
      const proposal = { authserv_id: 'mx.provider.example', relays: ['203.0.113.0/24'] };
      const { body } = await tryOut(box);
      expect(body.steps.at(-1)).toMatchObject({
        ...{ step: 'arrival', state: 'ok' },
        detail: 'Through 203.0.113.0/24, with Authentication-Results of mx.provider.example',
      });
      expect(body.proposal).toEqual(proposal);
      expect((await tryOut({ ...box, ...proposal })).body.proposal).toBeNull();
    });

    it('stop at the first that fails, in the words of the server where it is one', async () => {
      const box = newBox();
      const failed = async (other: object) => {
        const { steps } = (await tryOut({ ...box, ...other })).body;
        const last = steps.findLast(({ state }) => state !== 'skipped' || steps.length === 0);
        const at = steps.findIndex(({ state }) => state === 'failed');
        expect(steps.slice(at + 1).every(({ state }) => state === 'skipped')).toBe(true);
        return [last?.step, last?.detail];
      };
      expect(await failed({ password: 'wrong' })).toEqual([
        'sign_in',
        expect.stringContaining(`does not let ${box.user} in: Authentication failed`),
      ]);
      expect(await failed({ folder: 'Elsewhere' })).toEqual(['folder', expect.stringContaining('Elsewhere cannot be')]);
      expect(await failed({ port: await openPort() })).toEqual(['name', 'It does not answer on this port.']);
      expect(await failed({ security: 'starttls' })).toEqual(['tls', 'It offers no encryption by STARTTLS.']);
      expect(await failed({ security: 'tls' })).toEqual(['tls', expect.stringContaining('does not speak TLS')]);
    });

    it('show nothing of what answers as no mail server', async () => {
      const other = createServer((socket) => socket.on('error', () => undefined).end('220 inner-secret\r\n')).listen(
        0,
        '127.0.0.1',
      );
      await until(() => Promise.resolve(other.listening));
      const box = { ...newBox(), port: (other.address() as AddressInfo).port };
      const { steps } = (await tryOut(box)).body;
      expect(steps.find(({ state }) => state === 'failed')).toMatchObject({
        step: 'tls',
        detail: 'It does not answer as a server of mailboxes (IMAP) does.',
      });
      expect(JSON.stringify(steps)).not.toContain('inner-secret');
      other.close();
    });

    it('are those of the environment too, with their password, which is not told', async () => {
      const [fixed] = (await setup()).fixed_mailboxes;
      const tryFixed = (name: unknown) =>
        app.as('admin').post<TrialBody & ProblemBody>('/api/admin/mailboxes/fixed/test', { name });
      const { status, body } = await tryFixed(fixed?.name);
      expect([status, body.steps.map(({ step, state }) => [step, state])]).toEqual([
        200,
        [
          ['name', 'ok'],
          ['tls', 'skipped'],
          ['sign_in', 'ok'],
          ['folder', 'ok'],
          ['arrival', 'skipped'],
        ],
      ]);
      expect(JSON.stringify(body)).not.toContain(PASSWORD);
      const unknown = await tryFixed('nobody at nowhere, INBOX');
      expect([unknown.status, unknown.body.code]).toEqual([404, 'mailbox_not_found']);
      expect((await tryFixed('')).status).toBe(400);
      expect((await app.as('agent').post('/api/admin/mailboxes/fixed/test', { name: fixed?.name })).status).toBe(403);
    });

    it('are noted in the audit log', async () => {
      const box = newBox();
      await tryOut({ ...box, password: 'wrong' });
      const [noted] = await app.sql<{ subject_label: string; details: object }>(
        `SELECT subject_label, details FROM audit_events WHERE kind = 'mail_setup_tested' ORDER BY id DESC LIMIT 1`,
      );
      expect(noted).toEqual({ subject_label: `127.0.0.1:${box.port}`, details: { failed: 'sign_in' } });
    });
  });

  function newBox() {
    nextBox += 1;
    const { hostname: host, port } = new URL(server.address('any'));
    return {
      ...{ host, port: Number(port), security: 'none', user: `box${nextBox}@desk.example`, password: PASSWORD },
    };
  }

  async function added(box: object): Promise<MailboxBody> {
    const { status, body } = await app.as('admin').post<MailboxBody>('/api/admin/mailboxes', box);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  }

  function change(id: number, fields: object, version?: number) {
    const match: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    return app.as('admin').patch<MailboxBody>(`/api/admin/mailboxes/${id}`, fields, match);
  }

  function tryOut(box: object) {
    return app.as('admin').post<TrialBody>('/api/admin/mailboxes/test', box);
  }

  async function setup(): Promise<SetupBody> {
    return (await app.as('admin').get<SetupBody>('/api/admin/mail')).body;
  }

  function mails(subject: string) {
    return app.sql<{ state: string }>('SELECT state FROM mails WHERE subject = $1', [subject]);
  }

  async function came(subject: string): Promise<boolean> {
    return (await mails(subject)).length > 0;
  }
});

function letter(subject: string, from = 'Anna Berg <anna@example.org>'): Buffer {
  return mailWith(
    [`From: ${from}`, `Subject: ${subject}`, `Message-ID: <${randomBytes(6).toString('hex')}@example.org>`],
    'Hello',
  );
}
