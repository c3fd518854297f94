import { jest } from '@jest/globals';
import { type MailboxSettings, mailboxAddresses } from '../src/config/mailbox-addresses.ts';
import type { Prover, SenderProof } from '../src/mail/domain/sender-proof.ts';
import { MailIngestion } from '../src/mail/mail-ingestion.service.ts';
import { MailTaking } from '../src/mail/mail-taking.service.ts';
import { type MailboxToFollow, followMailbox } from '../src/mail/mailbox/imap-mailbox.ts';
import { RefusedMails } from '../src/mail/mailbox/refused-mails.ts';
import { SenderCheck } from '../src/mail/reading/sender-check.service.ts';
import { part, parts, mailWith } from './mails/mail-fixture.ts';
import { timelineOf } from './support/conversation.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { placesOf } from './support/kept-words.ts';
import { nobodyKnows } from './support/taken-mails.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

interface MailRow {
  readonly id: string;
  readonly mailbox: string;
  readonly state: string;
  readonly reason: string | null;
  readonly ticket_id: string | null;
  readonly number: number | null;
  readonly has_bytes: boolean;
}

const ROW = 'id, mailbox, state, reason, ticket_id, number, raw IS NOT NULL AS has_bytes';
const SALES = 'Delivered-To: sales@desk.example';

let app: TestApp;
let taken = 0;
let written = 0;
beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local' });
});
beforeEach(() => nobodyKnows(app));
afterAll(() => app.close());

/** A mail that nobody else wrote, as it comes on one way or another: what servers wrote into it differs. */
function letter(fields: readonly string[] = [], body = 'It prints nothing.'): (...traces: string[]) => Buffer {
  const number = ++written;
  const own = [`Message-ID: <same-${number}@example.org>`, `Subject: Same ${number}`, 'Content-Type: text/plain'];
  const named = new Set(fields.map((field) => field.split(':')[0]));
  const all = [...own.filter((field) => !named.has(field.split(':')[0])), ...fields];
  return (...traces) =>
    Buffer.concat([Buffer.from(traces.map((field) => `${field}\r\n`).join('')), mailWith(all, body)]);
}

async function take(raw: Buffer, mailbox = 'support'): Promise<string> {
  const uid = ++taken;
  const fetched = { mailbox, uidValidity: 1n, uid, arrivedAt: new Date(), size: raw.length, raw };
  await app.get(MailTaking).take(fetched);
  const [row] = await app.sql<{ id: string }>('SELECT id FROM mails WHERE mailbox = $1 AND uid = $2', [mailbox, uid]);
  return row?.id ?? '';
}

async function become(raw: Buffer, mailbox?: string): Promise<MailRow> {
  return settled(await take(raw, mailbox));
}

async function settled(id: string): Promise<MailRow> {
  await until(async () => (await rowOf(id)).state !== 'taken');
  return rowOf(id);
}

async function rowOf(id: string): Promise<MailRow> {
  const [row] = await app.sql<MailRow>(`SELECT ${ROW} FROM mails WHERE id = $1`, [id]);
  if (!row) throw new Error('A mail is gone');
  return row;
}

function provenAs(proof: SenderProof): void {
  app.get(SenderCheck).ask = () => Promise.resolve(proof);
}

const countOf = async (what: string) =>
  (await app.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`))[0]?.count;

describe('the same mail in two mailboxes', () => {
  it('becomes one ticket, with its files once, and both are remembered', async () => {
    const text = parts(
      part('Content-Type: text/plain', 'See the file.'),
      part('Content-Type: application/pdf', '%PDF'),
    );
    const mail = letter(['Content-Type: multipart/mixed; boundary="edge"'], text);
    const first = await become(mail('Delivered-To: support@desk.example'));
    const files = await countOf('attachments');
    const second = await become(mail(SALES, 'X-Spam-Score: 0.1', 'Return-Path: <other@example.org>'), 'sales');
    expect([first.state, second.state, second.reason]).toEqual(['ticket', 'passed_over', 'The same mail came before']);
    expect(second).toMatchObject({ ticket_id: null, mailbox: 'sales', has_bytes: true });
    expect(await copiesOf(first)).toEqual([second.id]);
    await until(async () => (await countOf('attachments')) === files);
  });

  it('becomes one though the ways differ in encodings and white space', async () => {
    const mail = letter(['Content-Type: text/plain; charset=utf-8'], 'Größe 12\nAnna\n');
    const [first, second] = [await become(mail()), mail(SALES).toString('utf8')];
    const changed = second
      .replace('Content-Type:', 'Content-Transfer-Encoding: quoted-printable\r\nContent-Type:')
      .replace('Größe 12\r\nAnna\r\n', 'Gr=C3=B6=C3=9Fe 12 =20\r\nAnna\r\n\r\n');
    expect([first.state, (await become(Buffer.from(changed))).state]).toEqual(['ticket', 'passed_over']);
  });

  it.each<[string, (mail: string) => string]>([
    ['its words differ', (mail) => mail.replace('nothing', 'much')],
    ['it was written at another time', (mail) => mail.replace('10:15:00', '10:16:00')],
    ['somebody else wrote it', (mail) => mail.replace('Anna Berg <anna@', 'Anna Berg <eve@')],
    ['a list has put something below it', (mail) => `${mail}\r\n-- \r\nList of customers\r\n`],
    ['it has another subject', (mail) => mail.replace('Subject: ', 'Subject: [List] ')],
    ['its program has written something else into its header', (mail) => `X-Number: 2\r\n${mail}`],
    ['it has another Message-ID', (mail) => mail.replace('<same-', '<other-')],
  ])('are two where %s', async (_, change) => {
    const mail = letter();
    const [first, second] = [await become(mail()), await become(Buffer.from(change(mail(SALES).toString())))];
    expect([first.state, second.state]).toEqual(['ticket', 'ticket']);
  });

  it('is known by its date where it has no Message-ID, and is two where it has neither', async () => {
    const dated = letter(['Message-ID: -']);
    expect([(await become(dated())).state, (await become(dated(SALES))).state]).toEqual(['ticket', 'passed_over']);
    const bare = letter(['Message-ID: -', 'Date: -']);
    expect([(await become(bare())).state, (await become(bare(SALES))).state]).toEqual(['ticket', 'ticket']);
  });

  it('becomes one where two processes read both at the same moment', async () => {
    const replica = await startReplica(app, { LLM_PROVIDER: 'local' });
    const mail = letter();
    // Nobody settles one before all are read.
    const readers: (() => void)[] = [];
    const ask = () =>
      new Promise<SenderProof>((resolve) => {
        readers.push(() => resolve('unknown'));
        if (readers.length >= 4) for (const goOn of readers) goOn();
      });
    for (const process of [app, replica]) process.get(SenderCheck).ask = ask;
    const ids = await Promise.all(
      [0, 1, 2, 3].map((way) => take(mail(`X-Original-To: way${way}@desk.example`), `way${way}`)),
    );
    await Promise.all(
      ids.map((id, at) =>
        (at % 2 === 0 ? app : replica)
          .get(MailIngestion)
          .ingest(Number(id))
          .catch(() => undefined),
      ),
    );
    for (const process of [app, replica]) nobodyKnows(process);
    for (const goOn of readers) goOn();
    const rows = [];
    for (const id of ids) rows.push(await settled(id));
    expect(rows.map(({ state }) => state).sort()).toEqual(['passed_over', 'passed_over', 'passed_over', 'ticket']);
    expect(await countOf(`tickets WHERE title = 'Same ${written}'`)).toBe(1);
    await replica.close();
  });

  it('is known also where the first one was read by a version that did not keep what it is known by', async () => {
    const mail = letter();
    const first = await become(mail());
    await app.sql('DELETE FROM mail_identities WHERE mail_id = $1', [first.id]);
    const second = await become(mail(SALES));
    expect([second.state, await copiesOf(first)]).toEqual(['passed_over', [second.id]]);
  });
});

describe('the same mail, of which one is trusted and the other is not', () => {
  it.each<[SenderProof, SenderProof, string[]]>([
    ['denied', 'confirmed', ['quarantined', 'ticket']],
    ['confirmed', 'denied', ['ticket', 'quarantined']],
    ['denied', 'denied', ['quarantined', 'passed_over']],
  ])('is two where one is forged: %s, then %s', async (one, other, states) => {
    const mail = letter();
    provenAs(one);
    const first = await become(mail());
    provenAs(other);
    expect([first.state, (await become(mail(SALES))).state]).toEqual(states);
  });

  it('is confirmed by the one that is, with those in copy', async () => {
    const mail = letter(['Cc: Bob <bob@example.org>']);
    provenAs('failed');
    const { ticket_id: ticket } = await become(mail());
    const confirmed = async () => (await timelineOf(app.api, Number(ticket)))[0]?.['sender_confirmed'];
    const followers = async () =>
      (await app.api.get<{ followers: { name: string }[] }>(`/api/tickets/${ticket}`)).body.followers;
    expect([await confirmed(), await followers()]).toEqual([false, []]);
    provenAs('confirmed');
    expect((await become(mail(SALES))).state).toBe('passed_over');
    expect([await confirmed(), await followers()]).toEqual([true, [expect.objectContaining({ name: 'Bob' })]]);
    provenAs('failed');
    expect((await become(mail(SALES, 'X-Spam-Flag: NO'))).state).toBe('passed_over');
    expect(await confirmed()).toBe(true);
  });

  it.each<[Prover, Prover]>([
    ['server', 'desk'],
    ['desk', 'server'],
  ])('says who confirmed it: failed by the %s, confirmed by the %s', async (first, then) => {
    const mail = letter();
    const verdict = jest
      .spyOn(app.get(SenderCheck), 'verdict')
      .mockResolvedValueOnce({ proof: 'failed', by: first })
      .mockResolvedValueOnce({ proof: 'confirmed', by: then });
    const { ticket_id: ticket } = await become(mail());
    await become(mail(SALES));
    verdict.mockRestore();
    expect((await timelineOf(app.api, Number(ticket)))[0]).toMatchObject({
      sender_check: { verdict: 'confirmed', by: then },
    });
  });

  it('reaches the ticket that only the second one leads to, of which the other one is a duplicate then', async () => {
    provenAs('confirmed');
    const { ticket_id: known } = await become(letter()());
    const mail = letter([`Subject: Re: [#${known}] Same`]);
    provenAs('unknown');
    const { ticket_id: opened } = await become(mail());
    expect(opened).not.toBe(known);
    provenAs('confirmed');
    expect(await become(mail(SALES))).toMatchObject({ state: 'message', ticket_id: known });
    expect((await app.api.get(`/api/tickets/${opened}`)).body).toMatchObject({
      status: 'closed',
      duplicate_of: Number(known),
    });
    const told = (await timelineOf(app.api, Number(opened))).map(({ text }) => text);
    expect(told).toContain(`This mail belongs to ticket #${known}, and stands there too.`);
    expect((await become(mail(SALES, 'X-Spam-Flag: NO'))).state).toBe('passed_over');
  });

  it('takes the place of one that waits for an admin, where it becomes something', async () => {
    const mail = letter(['Auto-Submitted: auto-replied', 'In-Reply-To: <not-yet@example.org>']);
    const first = await become(mail());
    expect([first.state, (await become(mail(SALES))).state]).toEqual(['quarantined', 'passed_over']);
    await become(letter(['Message-ID: <not-yet@example.org>'])());
    expect((await become(mail(SALES, 'X-Spam-Flag: NO'))).state).toBe('message');
    expect(await rowOf(first.id)).toMatchObject({ state: 'passed_over', reason: 'The same mail came again' });
  });
});

describe('the same mail, of which the first is gone', () => {
  const reason = 'They asked for it by letter.';

  it('does not come back where an admin has deleted it', async () => {
    const mail = letter();
    provenAs('denied');
    const { id } = await become(mail());
    await app.as('admin').delete(`/api/admin/mails/quarantine/${id}`);
    expect(await become(mail(SALES))).toMatchObject({ state: 'passed_over', has_bytes: false });
  });

  it('does not come back where its words were removed, and the copy has none of them', async () => {
    const mail = letter([], 'A quokkasalamander.');
    const first = await become(mail());
    const second = await become(mail(SALES));
    expect(second.has_bytes).toBe(true);
    const path = `/api/tickets/${first.ticket_id}/messages/1/redaction`;
    const removed = await app.as('admin').post(path, { reason });
    expect(removed.status).toBeLessThan(300);
    expect(await rowOf(second.id)).toMatchObject({ has_bytes: false });
    expect(await become(mail(SALES, 'X-Spam-Flag: NO'))).toMatchObject({ state: 'passed_over', has_bytes: false });
    await until(async () => (await placesOf(app, 'quokkasalamander')).length === 0);
  });

  it('does not come back where its sender was erased, who stays nobody', async () => {
    const mail = letter(['From: Zebra <zebra.wallaby@example.org>']);
    const { ticket_id: ticket } = await become(mail());
    const { body } = await app.api.get<{ requester: { id: number } }>(`/api/tickets/${ticket}`);
    const path = `/api/contacts/${body.requester.id}/erasure`;
    expect((await app.as('admin').post(path, { reason })).status).toBeLessThan(300);
    await until(async () => {
      const told = await app.as('admin').get<{ erasure: { finished_at: string | null } | null }>(path);
      return typeof told.body.erasure?.finished_at === 'string';
    });
    expect(await become(mail(SALES))).toMatchObject({ state: 'passed_over', has_bytes: false });
    expect(await placesOf(app, 'zebra.wallaby')).toEqual([]);
  });
});

(NO_DOVECOT ? describe.skip : describe)(
  `the same mail in real mailboxes${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`,
  () => {
    let server: Dovecot;
    beforeAll(async () => {
      server = await startDovecot();
    });
    afterAll(() => server.stop());

    it('is read by two processes, each of another mailbox, and becomes one ticket', async () => {
      const boxes = ['support@desk.example', 'sales@desk.example'];
      const replicas = [];
      for (const box of boxes) {
        replicas.push(await startReplica(app, { LLM_PROVIDER: 'local', MAILBOXES: server.address(box) }));
      }
      for (const replica of replicas) nobodyKnows(replica);
      const mails = Array.from({ length: 10 }, () => letter());
      for (const mail of mails) for (const box of boxes) server.deliver(box, mail(`Delivered-To: ${box}`));
      await until(
        async () => (await countOf(`mails WHERE mailbox LIKE '%@desk.example%' AND state <> 'taken'`)) === 20,
      );
      expect(await countOf(`mails WHERE mailbox LIKE '%@desk.example%' AND state = 'ticket'`)).toBe(10);
      const titles = `tickets WHERE title IN (${mails.map((_, at) => `'Same ${written - at}'`).join(', ')})`;
      expect(await countOf(titles)).toBe(10);
      for (const replica of replicas) await replica.close();
    });

    it('is one after the mailbox numbers its mails anew and its server wrote into them', async () => {
      const box = 'moved@desk.example';
      server.deliver(box, letter()());
      await followUntil(box, 1);
      server.renumber(box, (mail) => Buffer.concat([Buffer.from('X-UIDL: moved\r\n'), mail]));
      await followUntil(box, 2);
      const rows = await rowsOf(box);
      expect(rows.map(({ state }) => state)).toEqual(['ticket', 'passed_over']);
      expect(new Set(rows.map(({ uid_validity: validity }) => validity)).size).toBe(2);
    });

    it('is noted once where its server does not give it, also after the mailbox numbers its mails anew', async () => {
      const box = 'refused@desk.example';
      const refused = new RefusedMails();
      for (let at = 0; at < 2; at++) server.deliver(box, letter()(), 0);
      server.deliver(box, letter()());
      await followUntil(box, 3, refused);
      const noted = await rowsOf(box);
      expect(noted.map(({ state }) => state)).toEqual(['quarantined', 'quarantined', 'ticket']);
      await app.sql(`UPDATE mails SET state = 'deleted' WHERE id = $1`, [noted[0]?.id]);
      server.renumber(box);
      await followUntil(box, 3, refused, noted[2]?.uid_validity);
      const again = await rowsOf(box);
      expect(again.map(({ id, state }) => [id, state])).toEqual(
        noted.map(({ id }, at) => [id, ['deleted', 'quarantined', 'ticket'][at]]),
      );
      expect(new Set(again.slice(0, 2).map(({ uid_validity: validity }) => validity)).size).toBe(1);
    });

    it('is noted once where it is too large', async () => {
      const arrivedAt = new Date('2026-11-01T10:00:00Z');
      const note = (uidValidity: bigint, uid: number, size: number) =>
        app.get(MailTaking).take({ mailbox: 'large', uidValidity, uid, arrivedAt, size, raw: null });
      await note(1n, 1, 60_000_000);
      await note(1n, 2, 70_000_000);
      await note(1n, 3, 0);
      for (const uid of [4, 5, 6]) await note(2n, uid, uid === 6 ? 0 : 60_000_100);
      expect(await countOf(`mails WHERE mailbox = 'large'`)).toBe(3);
      await note(2n, 7, 60_000_000);
      expect(await countOf(`mails WHERE mailbox = 'large'`)).toBe(4);
    });

    /** Follows a mailbox over as many connections as that takes, until so many of its mails became something, or it was read under other numbers. */
    async function followUntil(
      box: string,
      wanted: number,
      refused = new RefusedMails(),
      before?: string,
    ): Promise<void> {
      const [mailbox] = mailboxAddresses(server.address(box));
      if (!mailbox) throw new Error('No mailbox');
      const isRead = async () => {
        const rows = await rowsOf(box);
        const [last] = await app.sql<{ uid_validity: string; last_uid: string }>(
          'SELECT uid_validity, last_uid FROM mailboxes WHERE name LIKE $1',
          [`${box}%`],
        );
        const isAnew = last?.uid_validity !== before && Number(last?.last_uid) >= wanted;
        return rows.filter(({ state }) => state !== 'taken').length >= wanted && (before === undefined || isAnew);
      };
      while (!(await isRead())) {
        const stop = new AbortController();
        let hasEnded = false;
        const isOver = (): boolean => hasEnded;
        const following = followMailbox(followed(mailbox), app.get(MailTaking), refused, stop.signal)
          .catch(() => undefined)
          .finally(() => (hasEnded = true));
        await until(async () => isOver() || isRead());
        // A connection that the server has ended may still be thought about.
        if (!isOver()) stop.abort();
        await following;
      }
    }

    function rowsOf(box: string): Promise<(MailRow & { readonly uid_validity: string })[]> {
      return app.sql(`SELECT ${ROW}, uid_validity FROM mails WHERE mailbox LIKE $1 ORDER BY id`, [`${box}%`]);
    }
  },
);

function followed(mailbox: MailboxSettings): MailboxToFollow {
  return { ...mailbox, security: 'none', login: { kind: 'password', password: mailbox.password } };
}

async function copiesOf({ id }: MailRow): Promise<string[]> {
  const rows = await app.sql<{ mail_id: string }>(
    `SELECT copy.mail_id FROM mail_identities AS copy JOIN mail_identities AS standing USING (identity)
     WHERE standing.mail_id = $1 AND standing.stands AND NOT copy.stands`,
    [id],
  );
  return rows.map(({ mail_id: copy }) => copy);
}
