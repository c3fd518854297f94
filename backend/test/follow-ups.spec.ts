import { UnitOfWork } from '../src/database/unit-of-work.ts';
import type { IncomingMessage } from '../src/conversation/domain/message.ts';
import { IncomingMessages } from '../src/conversation/incoming-messages.service.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { timelineOf } from './support/conversation.ts';
import { become, nobodyKnows } from './support/taken-mails.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

/** At `late` every closed ticket was closed long ago. */
let app: TestApp;
let late: TestApp;

beforeAll(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api' });
  late = await startReplica(app, { REOPEN_DAYS: '0', LLM_PROVIDER: 'local' });
  nobodyKnows(late);
});
afterAll(() => app.close());

describe('an answer of a customer', () => {
  it.each(['resolved', 'closed'])('opens a ticket again that was %s a while ago', async (status) => {
    const { id } = await ticket(status);
    expect(await answer(app, id)).toMatchObject({ ticketId: id, isNewTicket: false });
    expect((await app.api.get(`/api/tickets/${id}`)).body).toMatchObject({ status: 'open' });
  });

  it('opens one again that was resolved and never closed, however long ago', async () => {
    const { id } = await ticket('resolved');
    expect(await answer(late, id)).toMatchObject({ ticketId: id, isNewTicket: false });
  });

  it('goes on in another ticket when this one was closed long ago, and both tell of it', async () => {
    const { id, title } = await ticket('closed');
    const written = await answer(late, id, { text: 'It is broken again.\n', folded: '> Is it well now?' });
    const { ticketId: next } = written;
    expect(written).toEqual({ ticketId: expect.any(Number) as number, number: 1, isNewTicket: true });
    expect(next).not.toBe(id);
    expect((await app.api.get(`/api/tickets/${next}`)).body).toMatchObject({
      ...{ title, description: 'It is broken again.\n> Is it well now?', status: 'open', triage: 'pending' },
      requester: { name: 'Anna' },
    });
    expect((await app.api.get(`/api/tickets/${id}`)).body).toMatchObject({ status: 'closed' });
    expect((await timelineOf(app.api, next))[0]).toMatchObject({
      ...{ kind: 'description', text: 'It is broken again.\n', folded: '> Is it well now?' },
    });
    const [there, here] = [await told(id), await told(next)];
    expect(there).toEqual([[`An answer came long after this was closed. It is ticket #${next}.`, next]]);
    expect(here).toEqual([[`This goes on from ticket #${id}, which was closed long before.`, id]]);
  });

  it('comes where the matter goes on already, unless that is gone or a duplicate', async () => {
    const { id } = await ticket('closed');
    const { ticketId: next } = await answer(late, id);
    expect(await answer(late, id)).toMatchObject({ ticketId: next, isNewTicket: false });
    await app.api.patch(`/api/tickets/${next}`, { duplicate_of: id });
    const third = await answer(late, id);
    expect(third.isNewTicket).toBe(true);
    await app.as('admin').delete(`/api/admin/tickets/${third.ticketId}`);
    const fourth = await answer(late, id);
    expect(fourth.isNewTicket).toBe(true);
    await app.api.patch(`/api/tickets/${fourth.ticketId}`, { status: 'closed' });
    const fifth = await answer(late, id);
    expect(await told(fifth.ticketId)).toEqual([[expect.stringContaining(`#${fourth.ticketId},`), fourth.ticketId]]);
  });

  it('stays where it was sent to when a program wrote it', async () => {
    const { id } = await ticket('closed');
    expect(await answer(late, id, { reopens: false })).toMatchObject({ ticketId: id, isNewTicket: false });
    expect((await app.api.get(`/api/tickets/${id}`)).body).toMatchObject({ status: 'closed' });
  });

  it('names who asked before where nobody knows who wrote', async () => {
    const { id } = await ticket('closed');
    await app.api.patch(`/api/tickets/${id}`, { requester: { name: 'Ben', address: 'ben@example.org' } });
    const { ticketId: next } = await answer(late, id, { contact: null, text: ' ' });
    expect((await app.api.get(`/api/tickets/${next}`)).body).toMatchObject({
      ...{ requester: { name: 'Ben' }, description: '(This answer has no text.)' },
    });
  });

  it('comes by mail as what it is', async () => {
    const first = await become(late, mail('first', 'Jam'));
    await app.api.patch(`/api/tickets/${first.ticket_id ?? ''}`, { status: 'closed' });
    const second = await become(late, mail('second', 'Re: Jam', 'In-Reply-To: <first@example.org>'));
    expect(second).toMatchObject({ state: 'ticket', number: 1 });
    expect((await told(Number(second.ticket_id))).map(([, link]) => link)).toEqual([Number(first.ticket_id)]);
  });
});

async function ticket(status: string): Promise<{ id: number; title: string }> {
  const { id, title } = await app.api.createTicket();
  await app.api.patch(`/api/tickets/${id}`, { status });
  return { id, title };
}

function answer(at: TestApp, id: number, given: Partial<IncomingMessage> = {}) {
  return at.get(UnitOfWork).run(async (transaction) => {
    const [{ id: contact } = { id: '' }] = await transaction.query<{ id: string }[]>(
      `INSERT INTO contacts (name) VALUES ('Anna') RETURNING id`,
    );
    const message = { text: 'Once more', folded: '', html: null, contact: Number(contact), reopens: true, ...given };
    return at.get(IncomingMessages).add(transaction, id, message);
  });
}

/** What the desk itself says in a ticket, and where it leads. */
async function told(id: number): Promise<(string | number | null)[][]> {
  const entries = await timelineOf(app.api, id);
  return entries.filter(({ kind }) => kind === 'system').map(({ text, linked_ticket: link }) => [text, link]);
}

function mail(id: string, subject: string, ...fields: string[]): Buffer {
  return mailWith(
    ['From: Anna <anna@example.org>', `Subject: ${subject}`, `Message-ID: <${id}@example.org>`, ...fields],
    'It jams',
  );
}
