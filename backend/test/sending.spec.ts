import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { readMail } from '../src/mail/reading/mail-reader.ts';
import { MailServer } from '../src/sending/mail-server.service.ts';
import { MailSending } from '../src/sending/mail-sending.service.ts';
import { OutgoingMailRepository } from '../src/sending/outgoing-mail.repository.ts';
import { type EntryBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { smtpUntil, startDrippingServer } from './support/dripping-server.ts';
import { EventStream } from './support/event-stream.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { SMTP_PASSWORD, TestSmtpServer } from './support/smtp-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';
import { upload } from './support/uploads.ts';

const FROM = 'The Desk <support@desk.example>';
const ADA = { name: 'Ada Lovelace', address: 'ada@example.com' };
const BOB = { name: '', address: 'bob@example.com' };

const CLOCKS = ['Date', 'hrtime', 'performance', 'setTimeout', 'clearTimeout'] as const;
const TURNS = ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;

let server: TestSmtpServer;
let app: TestApp;
let variables: Record<string, string>;
beforeAll(async () => {
  server = await TestSmtpServer.start();
  variables = { SMTP_URL: server.url, MAIL_FROM: FROM };
  // It does no jobs: what waits is sent when a test says so.
  app = await startTestApp({ PROCESS_ROLE: 'api', ...variables });
});
beforeEach(() => {
  server.taken.length = 0;
  server.refuses = () => null;
  server.answers = () => Promise.resolve(null);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

const answer = async (to: object[] = [ADA], cc: object[] = [], message: object = {}) => {
  const { id } = await app.api.createTicket({ title: 'Seats' });
  const written = await write(app.api, id, {
    kind: 'reply',
    text: 'They are **refunded**.',
    recipients: { to, cc },
    ...message,
  });
  expect(written.status).toBe(201);
  return { id, delivery: written.body.delivery };
};
const entry = async (id: number) => (await app.api.get<EntryBody>(`${ticketPath(id)}/messages/2`)).body;
const mailOf = async (id: number) => {
  const [mail] = await app.sql<{
    id: string;
    message_id: string;
    state: string;
    words: string | null;
    attempts: number;
  }>(
    'SELECT id, message_id, state, coalesce(subject, text, html) AS words, attempts FROM outgoing_mails WHERE ticket_id = $1',
    [id],
  );
  if (!mail) throw new Error('There is no mail');
  return mail;
};
/** Whether it is done with. */
const send = async (id: number) => {
  const mail = Number((await mailOf(id)).id);
  return app
    .get(MailSending)
    .send(mail)
    .then(
      () => true,
      () => false,
    );
};

describe('an answer to a customer', () => {
  it('is sent as a mail of who wrote it, in the words that were typed and as HTML, to those it was written to', async () => {
    const { id, delivery } = await answer([ADA], [BOB]);
    expect(delivery).toMatchObject({ state: 'queued', detail: null });
    expect(await send(id)).toBe(true);
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({ from: 'support@desk.example', to: [ADA.address, BOB.address] });
    for (const line of [
      'From: "Test Agent (The Desk)" <support@desk.example>',
      'To: Ada Lovelace <ada@example.com>',
      'Cc: bob@example.com',
      `Subject: Re: Seats [#${String(id)}]`,
      `Message-ID: <${(await mailOf(id)).message_id}>`,
      'They are **refunded**.',
      '<p>They are <strong>refunded</strong>.</p>',
    ])
      expect(mail?.raw).toContain(`${line}\r\n`);
    expect(mail?.raw).not.toMatch(/Auto-Submitted|Bcc|X-Mailer/i);
    expect(await entry(id)).toMatchObject({
      delivery: { state: 'sent', detail: null },
      recipients: [{ state: 'sent' }, { state: 'sent' }],
    });
    expect(await mailOf(id)).toMatchObject({ state: 'sent', words: null });
  });

  it('is sent by a job, at once or when its time has come, and the stream tells what became of it', async () => {
    const worker = await startReplica(app, { PROCESS_ROLE: 'worker', ...variables });
    const stream = await EventStream.open(app.url, cookieOf(app, 'agent'));
    const { id } = await answer([ADA], [], { leaves_in_seconds: 1 });
    await stream.follow(
      'ticket.changed',
      () => entry(id),
      ({ delivery }) => delivery?.state === 'sent',
    );
    stream.cut();
    expect(server.taken).toHaveLength(1);
    expect((await timelineOf(app.api, id)).map(({ kind }) => kind)).toEqual(['description', 'reply']);
    await worker.close();
  });

  it('is tried again by its job at growing gaps while the server puts it off', async () => {
    server.answers = () => Promise.resolve({ code: 451, words: '4.7.1 Come back later' });
    const worker = await startReplica(app, { PROCESS_ROLE: 'worker', ...variables });
    const { id } = await answer();
    const mail = (await mailOf(id)).id;
    const putOff = `name = 'send-mail' AND state = 'retry' AND data ->> 'mail' = $1`;
    const gaps: number[] = [];
    for (const tries of [0, 1, 2]) {
      const gap = () =>
        app.sql<{ seconds: number }>(
          `SELECT extract(epoch FROM start_after - started_on)::float AS seconds FROM pgboss.job WHERE ${putOff} AND retry_count = $2`,
          [mail, tries],
        );
      await until(async () => (await gap()).length > 0);
      gaps.push((await gap())[0]?.seconds ?? 0);
      await app.sql(`UPDATE pgboss.job SET start_after = now() WHERE ${putOff}`, [mail]);
    }
    await worker.close();
    // No later worker tries it.
    await app.sql(`DELETE FROM pgboss.job WHERE name = 'send-mail' AND data ->> 'mail' = $1`, [mail]);
    // Twice as long each time, and by lot up to twice that: the first at most 30 seconds, the third 60 at least.
    const [first = 0, second = 0, third = 0] = gaps;
    expect(first).toBeGreaterThanOrEqual(15);
    expect(second).toBeGreaterThanOrEqual(30);
    expect(third).toBeGreaterThanOrEqual(60);
    expect(first).toBeLessThan(third);
  });

  it('is taken back from a server that comes to no end, and tried again under its id', async () => {
    const dripping = await startDrippingServer(smtpUntil('.'));
    const slow = await startReplica(app, {
      ...{ PROCESS_ROLE: 'api', MAIL_FROM: FROM },
      SMTP_URL: `smtp://desk:hush@127.0.0.1:${String(dripping.port)}`,
    });
    slow.get(MailServer).longestMs = () => 1_500;
    const { id } = await answer();
    const mail = await mailOf(id);
    await expect(slow.get(MailSending).send(Number(mail.id))).rejects.toThrow('does not take the mail yet');
    expect(dripping.told).toContain(`Message-ID: <${mail.message_id}>`);
    const { delivery } = await entry(id);
    expect(delivery).toMatchObject({
      state: 'queued',
      detail: expect.stringContaining('did not finish within 2 seconds'),
    });
    await dripping.stop();
    expect(await send(id)).toBe(true);
    expect(server.taken[0]?.raw).toContain(`Message-ID: <${mail.message_id}>\r\n`);
  });

  it('is not sent when it is a note, is taken back, or goes to nobody but the desk itself', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { kind: 'note', text: 'Between us.' });
    await write(app.api, id, { kind: 'reply', text: 'Hm.', recipients: { to: [ADA] }, leaves_in_seconds: 60 });
    expect((await app.api.delete(`${ticketPath(id)}/messages/3`)).status).toBe(204);
    const own = { address: 'Support+t12@DESK.example' };
    const { body } = await write(app.api, id, { kind: 'reply', text: 'To us.', recipients: { to: [own] } });
    expect(body.delivery).toMatchObject({ state: 'not_sent', detail: 'no recipient' });
    expect(await app.sql('SELECT 1 FROM outgoing_mails WHERE ticket_id = $1', [id])).toEqual([]);
    await expect(
      app.sql(
        `INSERT INTO outgoing_mails (message_id, kind, ticket_id, number, recipients, subject, text)
         VALUES ('a@b', 'note', $1, 2, '[]', 's', 't')`,
        [id],
      ),
    ).rejects.toThrow('outgoing_mails_kind_check');
  });

  it('brings the files of its message, each to the byte and under its name', async () => {
    const contents = [randomBytes(300_001), Buffer.from('Kurz.\n'), Buffer.alloc(0)];
    const names = ['noise.bin', 'Rechnung März 日本.txt', 'empty.txt'];
    const ids: string[] = [];
    for (const [index, content] of contents.entries())
      ids.push((await upload(app, content, names[index] ?? '')).body.id);
    const { id } = await answer([ADA], [], { attachments: ids });
    expect(await send(id)).toBe(true);
    const { files } = await readMail(Buffer.from(server.taken[0]?.raw ?? ''), new Date());
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['noise.bin', 'application/octet-stream'],
      ['Rechnung März 日本.txt', 'text/plain'],
      ['empty.txt', 'text/plain'],
    ]);
    expect(files.map(({ content }, index) => contents[index]?.equals(content))).toEqual([true, true, true]);
  });

  it('waits where a file of it cannot be had at the moment, and nothing of it arrives', async () => {
    const { body } = await upload(app, randomBytes(100_000), 'noise.bin');
    const { id } = await answer([ADA], [], { attachments: [body.id] });
    await app.sql(`UPDATE attachments SET storage = 'folder' WHERE id = $1`, [body.id]);
    expect([await send(id), server.taken]).toEqual([false, []]);
    await app.sql(`UPDATE attachments SET storage = 'database' WHERE id = $1`, [body.id]);
    expect([await send(id), server.taken.length]).toEqual([true, 1]);
  });

  it('asks servers what became of it where that is set', async () => {
    const { id } = await answer();
    const asking = await startReplica(app, { ...variables, PROCESS_ROLE: 'api', MAIL_RECEIPTS: 'true' });
    const mail = await mailOf(id);
    await asking.get(MailSending).send(Number(mail.id));
    expect(server.taken[0]?.receipt).toEqual({ notify: ['SUCCESS', 'FAILURE', 'DELAY'], id: mail.message_id });
    const other = await answer();
    await send(other.id);
    expect(server.taken[1]?.receipt).toEqual({ notify: [], id: null });
    await asking.close();
  });

  it('waits where the server asks for that, and is sent later', async () => {
    const { id } = await answer();
    server.answers = () => Promise.resolve({ code: 451, words: '4.7.1 Come back later' });
    expect(await send(id)).toBe(false);
    expect((await entry(id)).delivery).toMatchObject({ state: 'queued', detail: '451 4.7.1 Come back later' });
    server.answers = () => Promise.resolve(null);
    expect(await send(id)).toBe(true);
    expect((await entry(id)).delivery).toMatchObject({ state: 'sent', detail: null });
    expect(server.taken.map(({ to }) => to)).toEqual([[ADA.address]]);
  });

  it('fails with the words of a server that refuses it, and is not tried again', async () => {
    const { id } = await answer();
    server.answers = () => Promise.resolve({ code: 554, words: '5.7.1 Not from you' });
    expect(await send(id)).toBe(true);
    server.answers = () => Promise.resolve(null);
    expect(await send(id)).toBe(true);
    expect(await entry(id)).toMatchObject({
      delivery: { state: 'failed', detail: '554 5.7.1 Not from you' },
      recipients: [{ state: 'failed', detail: '554 5.7.1 Not from you' }],
    });
    expect([server.taken, await mailOf(id)]).toEqual([[], expect.objectContaining({ state: 'failed', words: null })]);
  });

  it('keeps the words of a server that repeats the password without it', async () => {
    const { id } = await answer();
    server.answers = () => Promise.resolve({ code: 554, words: `5.7.1 Not with ${SMTP_PASSWORD}` });
    expect(await send(id)).toBe(true);
    const told = { state: 'failed', detail: '554 5.7.1 Not with [secret]' };
    expect(await entry(id)).toMatchObject({ delivery: told, recipients: [told] });
  });

  it('is settled whatever a server says: no character of its words is cut in half, and none of them is NUL', async () => {
    const { id } = await answer();
    const words = `5.7.1 \0 ${'x'.repeat(489)}`;
    server.answers = () => Promise.resolve({ code: 554, words: `${words}😀 and more` });
    expect(await send(id)).toBe(true);
    const told = { state: 'failed', detail: `554 5.7.1 ${'x'.repeat(489)}😀` };
    expect(await entry(id)).toMatchObject({ delivery: told, recipients: [told] });
  });

  it('is sent to those the server takes it for; who must wait gets it later, and only they', async () => {
    const { id } = await answer([ADA, { address: 'gone@example.com' }], [BOB]);
    server.refuses = (address) => {
      if (address === 'gone@example.com') return { code: 550, words: '5.1.1 No such user' };
      return address === BOB.address ? { code: 450, words: '4.2.0 Greylisted' } : null;
    };
    expect(await send(id)).toBe(false);
    expect((await entry(id)).delivery).toMatchObject({ state: 'queued' });
    server.refuses = () => null;
    expect(await send(id)).toBe(true);
    expect(server.taken.map(({ to }) => to)).toEqual([[ADA.address], [BOB.address]]);
    expect(await entry(id)).toMatchObject({
      delivery: { state: 'sent', detail: '550 5.1.1 No such user' },
      recipients: [
        { address: ADA.address, state: 'sent', detail: null },
        { address: 'gone@example.com', state: 'failed', detail: '550 5.1.1 No such user' },
        { address: BOB.address, state: 'sent', detail: null },
      ],
    });
  });

  it('waits while there is no server, or one that does not let the desk in, and is given up after two days', async () => {
    const { id } = await answer();
    await server.stop();
    expect(await send(id)).toBe(false);
    expect((await entry(id)).delivery).toMatchObject({
      state: 'queued',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
    await server.start();
    const stranger = await startReplica(app, {
      ...variables,
      PROCESS_ROLE: 'api',
      SMTP_URL: server.url.replace('secret', 'guess'),
    });
    const mail = Number((await mailOf(id)).id);
    await expect(stranger.get(MailSending).send(mail)).rejects.toThrow('does not take the mail yet');
    expect(await entry(id)).toMatchObject({ delivery: { state: 'queued', detail: expect.stringContaining('535') } });
    await app.sql(`UPDATE outgoing_mails SET created_at = created_at - interval '2 days' WHERE id = $1`, [mail]);
    await stranger.get(MailSending).send(mail);
    expect((await entry(id)).delivery).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('Who are you'),
    });
    await stranger.close();
  });

  it('is sent once however many try at the same time', async () => {
    const { id } = await answer();
    const replica = await startReplica(app, { ...variables, PROCESS_ROLE: 'api' });
    const mail = Number((await mailOf(id)).id);
    await Promise.allSettled([app, replica, app, replica].map((one) => one.get(MailSending).send(mail)));
    expect(server.taken).toHaveLength(1);
    await replica.close();
  });

  it('is sent once though the server takes its time, and settled by nobody who has it in hand no more', async () => {
    // Nothing but intervals.
    jest.useFakeTimers({ doNotFake: [...CLOCKS, ...TURNS] });
    try {
      const { id } = await answer();
      let takes = (): void => undefined;
      const reached = new Promise<void>((resolve) => {
        server.answers = () => {
          resolve();
          return new Promise((done) => (takes = () => done(null)));
        };
      });
      const sending = send(id);
      await reached;
      await app.sql(`UPDATE outgoing_mails SET tried_at = now() - interval '1 hour' WHERE ticket_id = $1`, [id]);
      jest.advanceTimersByTime(60_000);
      await until(async () => {
        const [mail] = await app.sql<{ age: number }>(
          'SELECT extract(epoch FROM now() - tried_at)::int AS age FROM outgoing_mails WHERE ticket_id = $1',
          [id],
        );
        return mail !== undefined && mail.age < 60;
      });
      expect(await send(id)).toBe(false);

      // Taken by somebody else, as after the database was out of reach.
      await app.sql('UPDATE outgoing_mails SET attempts = 2 WHERE ticket_id = $1', [id]);
      takes();
      await sending;
      expect([await mailOf(id), server.taken.length]).toMatchObject([{ state: 'sending', attempts: 2 }, 1]);
      expect((await entry(id)).delivery?.state).toBe('queued');
    } finally {
      jest.useRealTimers();
    }
  });

  it('is forgotten some days after it left where it belongs to no ticket, and no other is', async () => {
    const { id } = await answer();
    const recipients = JSON.stringify([{ role: 'to', ...ADA, state: 'sent', detail: null }]);
    await app.sql(
      `INSERT INTO outgoing_mails (message_id, kind, recipients, subject, text, state, created_at) VALUES
         ('old@desk', 'sign_in', $1, NULL, NULL, 'sent', now() - interval '8 days'),
         ('waits@desk', 'sign_in', $1, 'Sign in', 'Here', 'queued', now() - interval '8 days'),
         ('new@desk', 'sign_in', $1, NULL, NULL, 'failed', now() - interval '6 days')`,
      [recipients],
    );
    await app.sql(`UPDATE outgoing_mails SET created_at = now() - interval '8 days' WHERE ticket_id = $1`, [id]);
    await send(id);
    await app.get(UnitOfWork).run((transaction) => app.get(OutgoingMailRepository).deleteOld(transaction));
    const left = await app.sql(`SELECT message_id FROM outgoing_mails WHERE kind = 'sign_in' ORDER BY id`);
    expect(left).toEqual([{ message_id: 'waits@desk' }, { message_id: 'new@desk' }]);
    expect((await mailOf(id)).state).toBe('sent');
    await app.sql(`DELETE FROM outgoing_mails WHERE kind = 'sign_in'`);
  });

  it('is not begun again once its words are gone, where the server did not take it', async () => {
    const { id } = await answer();
    server.answers = async () => {
      await app.sql(
        `UPDATE outgoing_mails SET state = 'failed', subject = NULL, text = NULL, html = NULL WHERE ticket_id = $1`,
        [id],
      );
      return { code: 451, words: '4.3.0 Later' };
    };
    await send(id);
    expect(await mailOf(id)).toMatchObject({ state: 'failed', words: null });
  });

  it('names nobody any more who was erased while the server took it', async () => {
    const { id } = await answer([ADA], [BOB]);
    server.answers = async () => {
      await app.sql('UPDATE outgoing_mails SET recipients = recipients - 0 WHERE ticket_id = $1', [id]);
      return null;
    };
    expect(await send(id)).toBe(true);
    const rows = await app.sql('SELECT state, recipients FROM outgoing_mails WHERE ticket_id = $1', [id]);
    expect(rows).toEqual([{ state: 'sent', recipients: [expect.objectContaining({ ...BOB, state: 'sent' })] }]);
  });

  it('is not sent once more where what the server said could not be written down at first', async () => {
    const { id } = await answer();
    const mails = app.get(OutgoingMailRepository);
    const settle = mails.settle.bind(mails);
    mails.settle = () => {
      mails.settle = settle;
      return Promise.reject(new Error('deadlock detected'));
    };
    expect([await send(id), server.taken.length]).toEqual([true, 1]);
    expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('is sent again under the same Message-ID where the process died before it knew what the server said', async () => {
    const { id } = await answer();
    const mail = await mailOf(id);
    const reached = new Promise<void>((resolve) => {
      server.answers = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const worker = await ReplicaProcess.start({ ...variables, DATABASE_URL: app.databaseUrl, PROCESS_ROLE: 'worker' });
    await reached;
    await worker.kill();
    server.answers = () => Promise.resolve(null);
    expect([await send(id), server.taken.length]).toEqual([false, 0]);
    await app.sql(`UPDATE outgoing_mails SET tried_at = tried_at - interval '6 minutes' WHERE id = $1`, [mail.id]);
    expect(await send(id)).toBe(true);
    expect(server.taken.map(({ raw }) => raw.includes(`Message-ID: <${mail.message_id}>`))).toEqual([true]);
    expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});
