import type { TestRequest } from '@angular/common/http/testing';
import { getDebugNode } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CannedAnswer } from '../../api/canned-answers-api';
import { jest } from '@jest/globals';
import type { ConversationEntry } from '../../api/conversation-model';
import type { ContactCard } from '../../api/model';
import { Live } from '../../api/live/live';
import { PresencePlace } from '../../api/live/presence-place';
import { TicketStore } from '../../api/ticket-store';
import { Undo } from '../../core/undo';
import { typeInEditor, withPlaces } from '../testing/editor';
import { created } from '../testing/events';
import { aMessage, eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { Composing } from './composing';
import { KEEP_MS } from './draft-keeping';

const BOX = 'desk-composer-box';
const DRAFT = '/api/tickets/2/draft';
const FIRST = eventEntry(created('billing', null));
const NOBODY = { to: [], cc: [] };
const RUTH = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
const FINANCE = { name: 'Finance', address: 'finance@brandt.example' };
const THEIRS = aMessage(2, { author: { type: 'user', id: 3, name: 'Jonas Weber' } });

beforeAll(withPlaces);

describe('answering a ticket', () => {
  let page: TicketsPage;
  beforeEach(async () => {
    localStorage.clear();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [FIRST]);
  });

  it('says below a reply, and not below a note, that the signature goes with it', async () => {
    await page.press('r');
    await ready(page);
    page.http.expectOne('/api/auth/signature').flush({ text: 'Mina', is_sent: true });
    await page.settle();
    expect(page.text(`${BOX} desk-signature-line`)).toBe('Your signature goes with it');
    const [reply, note] = document.querySelectorAll<HTMLInputElement>(`${BOX} desk-segment-switch input`);
    note?.click();
    await page.settle();
    expect(document.querySelector(`${BOX} desk-signature-line`)).toBeNull();
    reply?.click();
    await page.settle();
    page.http.expectOne('/api/auth/signature').flush({ text: 'Mina', is_sent: false });
    await page.settle();
    expect(page.text(`${BOX} desk-signature-line`)).toBe('');
  });

  it('begins with R, as one line before', async () => {
    expect(document.querySelector(BOX)).toBeNull();
    await page.press('r');
    await ready(page);
    expect(document.activeElement?.closest(BOX)).not.toBeNull();
    expect(page.text(`${BOX} .on`)).toBe('Reply');
    await page.press('Escape');
    expect(document.querySelector(BOX)).toBeNull();
  });

  it('tells others that it is written while it is typed, and not when it rests', async () => {
    const stand = jest.spyOn(TestBed.inject(PresencePlace), 'stand');
    const does = () => stand.mock.lastCall?.[0].activity;
    await page.press('r');
    await ready(page);
    expect(does()).not.toBe('writing');
    typeInEditor('Hello');
    await page.settle();
    expect(does()).toBe('writing');
    await page.press('Escape');
    expect(does()).toBe('looking');
  });

  it('says who else is writing', async () => {
    const jonas = { id: 3, name: 'Jonas Weber', activity: 'writing' } as const;
    TestBed.inject(Live).hear({ kind: 'presence', ticket_id: 2, people: [jonas] });
    await page.settle();
    expect(page.text('desk-composer .writers')).toContain('Jonas is writing');
  });

  it('shows what was written, to be taken along, when the ticket is deleted meanwhile', async () => {
    await write('r', 'Half an answer');
    TestBed.inject(TicketStore).tell({ kind: 'gone', id: 2 });
    await page.settle();
    expect(document.querySelector(BOX)).toBeNull();
    expect(page.text('desk-kept-text .text')).toBe('Half an answer');
  });

  it('sends the reply against what was read, and stands in the conversation at once', async () => {
    await write('r', 'Hello **Ruth**.');
    await page.click('Send');
    const call = messageCall();
    expect(call.request.body).toEqual({
      kind: 'reply',
      text: 'Hello **Ruth**.',
      leaves_in_seconds: 10,
      recipients: NOBODY,
    });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    expect(call.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    await answerHeld(call);

    expect(page.text('desk-ticket-timeline .reply.pending')).toContain('not sent yet');
    expect(page.text('desk-undo-bar .words')).toMatch(/^Reply leaves in \d+ s$/);
    expect(discardCalls()).toHaveLength(1);
  });

  it('sends the next reply against the one before', async () => {
    await write('r', 'First.');
    await page.click('Send');
    await answerHeld(messageCall());
    await write('r', 'Second.');
    await page.click('Send');
    const call = messageCall();
    expect(call.request.body).toMatchObject({ text: 'Second.' });
    expect(call.request.headers.get('If-Match')).toBe('"2"');
  });

  it('keeps what is written while it is on its way', async () => {
    await write('r', 'Sent.');
    await page.click('Send');
    const call = messageCall();
    typeInEditor(' And more.');
    await page.settle();
    await answerHeld(call);
    expect(written()).toBe('And more.');
  });

  it.each([
    ['n', 'r', 'Note'],
    ['r', 'n', 'Reply'],
  ])('that was begun with %s stays what it is when %s opens it again', async (first, second, kind) => {
    await write(first, 'Begun.');
    await page.press('Escape');
    await page.press(second);
    await ready(page);
    expect(page.text(`${BOX} .on`)).toBe(kind);
    expect(written()).toBe('Begun.');
  });

  it('sends with Ctrl and Enter', async () => {
    await write('r', 'Done.');
    press('Enter', { ctrlKey: true });
    expect(messageCall().request.body).toEqual({
      kind: 'reply',
      text: 'Done.',
      leaves_in_seconds: 10,
      recipients: NOBODY,
    });
  });

  it.each([
    ['Send and resolve', 'resolved', ' and resolves the ticket'],
    ['Send and close', 'closed', ' and closes the ticket'],
  ])('with "%s" makes the ticket %s', async (way, status, words) => {
    await write('r', 'Done.');
    await page.click('More ways to send');
    await page.click(way);
    const call = messageCall();
    expect(call.request.body).toMatchObject({ status });
    await answerHeld(call, { sets_status: status as 'closed' });
    expect(page.text('desk-undo-bar .words')).toContain(words);
  });

  it('leaves the keys where they were heard', async () => {
    await page.press('r');
    await ready(page);
    await page.press('Escape');
    expect(document.activeElement?.tagName).toBe('DESK-COMPOSER');
    await page.press('n');
    expect(page.text(`${BOX} .on`)).toBe('Note');
  });

  it('keeps what was written when it fails, under the same key', async () => {
    await write('r', 'Done.');
    await page.click('Send');
    const call = messageCall();
    await page.refuse(call, 503, 'database_unavailable', 'The database is away.');
    expect(page.text(`${BOX} desk-banner`)).toContain('The message was not sent, and is kept. The database is away.');
    expect(written()).toBe('Done.');

    await page.click('Try again');
    expect(messageCall().request.headers.get('Idempotency-Key')).toBe(call.request.headers.get('Idempotency-Key'));
  });

  it('tells a failure of a ticket that is not open any more by itself', async () => {
    await write('r', 'Done.');
    await page.click('Send');
    const call = messageCall();
    await page.router.navigateByUrl('/tickets/1');
    await page.settle();
    await page.answer(page.ticketCall(1), aTicket(1));
    await page.press('r');
    await ready(page);
    await page.refuse(call, 503, 'database_unavailable', 'The database is away.');
    expect(document.querySelector(`${BOX} desk-banner`)).toBeNull();
    expect(document.body.textContent).toContain('The reply to #2 was not sent; it is kept as a draft.');
  });

  it('is not sent without a word', async () => {
    await write('r', '');
    press('Enter', { ctrlKey: true });
    page.http.expectNone(({ method }) => method === 'POST');
  });

  it('adds a note that has no recipients and does not leave', async () => {
    await write('n', 'Look at #4655.');
    expect(page.text(`${BOX} .only`)).toBe('Only the desk reads this');
    await page.click('Add note');
    const call = messageCall();
    expect(call.request.body).toEqual({ kind: 'note', text: 'Look at #4655.' });
    expect(call.request.headers.has('If-Match')).toBe(false);
    call.flush(aMessage(2, { kind: 'note', text: 'Look at #4655.' }));
    await page.settle();

    expect(document.querySelector('desk-undo-bar')).toBeNull();
    expect(document.querySelector(BOX)).toBeNull();
    expect(page.text('desk-ticket-timeline .note')).toContain('Look at #4655.');
    // What it made of the ticket is known: the conversation is not read for it.
    await page.answer(page.ticketCall(2), aTicket(2, { version: 2 }));
    const by = { id: 2, name: 'Mina Park' };
    TestBed.inject(Live).hear({ kind: 'ticket.changed', id: 2, version: 2, fields: ['messages'], by, at: '' });
    page.http.expectNone(({ url }) => url === '/api/tickets/2/timeline');
  });

  describe('taken back', () => {
    it.each(['the button', 'Z'])('by %s brings the text back as it was', async (way) => {
      await write('r', 'Too early.');
      await page.click('Send');
      await answerHeld(messageCall());
      if (way === 'Z') TestBed.inject(Undo).back();
      else await page.click('Undo');
      page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' }).flush(null);
      await page.settle();

      expect(written()).toBe('Too early.');
      expect(document.querySelector('desk-undo-bar')).toBeNull();
    });

    it('stands before what was begun meanwhile, and a note stays a note', async () => {
      await write('r', 'Too early.');
      await page.click('Send');
      await answerHeld(messageCall());
      await write('n', 'Call Ruth.');
      TestBed.inject(Undo).back();
      page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' }).flush(null);
      await page.settle();

      expect(page.text(`${BOX} .on`)).toBe('Note');
      for (const text of ['Too early.', 'Call Ruth.']) expect(written()).toContain(text);
    });

    it('stands before what was written since, and is told', async () => {
      await write('r', 'Too early.');
      await page.click('Send');
      await answerHeld(messageCall());
      await write('r', 'Since then.');
      TestBed.inject(Undo).back();
      page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' }).flush(null);
      await page.settle();

      expect(paragraphs()).toEqual(['Too early.', 'Since then.']);
      expect(document.body.textContent).toContain('The reply to #2 was taken back; it is a draft again');
    });

    it('from the page that is open by then', async () => {
      await write('r', 'Too early.');
      await page.click('Send');
      await answerHeld(messageCall());
      await page.router.navigateByUrl('/tickets');
      await page.settle();
      await page.router.navigateByUrl('/tickets/2');
      await page.settle();
      TestBed.inject(Undo).back();
      page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' }).flush(null);
      await page.settle();
      // The desk has made it a draft again.
      const reads = page.http.match({ method: 'GET', url: DRAFT }).filter(({ cancelled }) => !cancelled);
      const recipients = { to: [], cc: [] };
      reads
        .at(-1)
        ?.flush({ kind: 'reply', text: 'Too early.', recipients, attachments: [], files: [], conversation: 1 });
      await page.settle();
      await ready(page);
      await page.settle();
      expect(written()).toBe('Too early.');
    });

    it('when it has left is refused, and told', async () => {
      await write('r', 'Too late.');
      await page.click('Send');
      await answerHeld(messageCall());
      await page.click('Undo');
      const call = page.http.expectOne({ method: 'DELETE', url: '/api/tickets/2/messages/2' });
      await page.refuse(call, 409, 'message_left', 'Message 2 of ticket #2 is not held any more.');

      expect(document.querySelector(BOX)).toBeNull();
      expect(document.body.textContent).toContain('It has left already: the reply to #2 stays');
      expect(document.body.textContent).not.toMatch(/not held|Request/);
    });
  });

  it('lets it leave at once', async () => {
    await write('r', 'Go.');
    await page.click('Send');
    await answerHeld(messageCall());
    await page.click('Send now');
    page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages/2/send' }).flush(null);
    await page.settle();

    expect(document.querySelector('desk-undo-bar')).toBeNull();
    page.timelineCall(2);
  });

  describe('when somebody answered first', () => {
    it('rests as soon as that is known, under what is new', async () => {
      await write('r', 'Mine.');
      await theyAnswer();

      expect(page.text('desk-answered-first')).toContain('Jonas Weber answered first');
      expect(page.text('desk-ticket-timeline .divider')).toBe('New while you were writing');
      expect(page.text(`${BOX} .saved`)).toBe('Answer the question above first');
      press('Enter', { ctrlKey: true });
      page.http.expectNone(({ method }) => method === 'POST');
    });

    it('brings what is new into sight', async () => {
      await write('r', 'Mine.');
      const seen: Element[] = [];
      Element.prototype.scrollIntoView = function (this: Element) {
        seen.push(this);
      };
      // Further up is being read.
      const rect = jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 9_000, 0, 9));
      await theyAnswer();
      rect.mockRestore();
      expect(seen.at(-1)?.textContent).toContain(THEIRS.text);
    });

    it('rests when the desk says so', async () => {
      await write('r', 'Mine.');
      await page.click('Send');
      await page.refuse(messageCall(), 412, 'stale_conversation', 'Somebody answered.');
      await page.answerTimeline(2, [FIRST, THEIRS]);

      expect(page.text('desk-answered-first')).toContain('Jonas Weber answered first');
      expect(document.querySelector(`${BOX} desk-banner`)).toBeNull();
      expect(written()).toBe('Mine.');
    });

    it('goes all the same, against what is new', async () => {
      await write('r', 'Mine.');
      await theyAnswer();
      await page.click('Send mine too');
      expect(messageCall().request.headers.get('If-Match')).toBe('"2"');
    });

    it.each([
      ['Send and close', 'closed', 'Send mine too and close'],
      ['Send and resolve', 'resolved', 'Send mine too and resolve'],
    ])('goes all the same after “%s”, with status and steps', async (way, status, too) => {
      await write('r', 'Mine.');
      const composing = getDebugNode(document.querySelector('desk-composer'))?.injector.get(Composing);
      composing?.took({ id: 1, steps: { priority: 'high', status: 'in_progress' } } as CannedAnswer);
      await page.click('More ways to send');
      await page.click(way);
      await page.refuse(messageCall(), 412, 'stale_conversation', 'Somebody answered.');
      await page.answerTimeline(2, [FIRST, THEIRS]);
      await page.click(too);
      const { request } = messageCall();
      expect(request.body).toMatchObject({ text: 'Mine.', status, priority: 'high' });
      expect(request.headers.get('If-Match')).toBe('"2"');
    });

    it('becomes a note, without what a canned answer would have done to the ticket', async () => {
      await write('r', 'Mine.');
      const composing = getDebugNode(document.querySelector('desk-composer'))?.injector.get(Composing);
      composing?.took({ id: 1, steps: { status: 'resolved' } } as CannedAnswer);
      expect(composing?.steps()).toEqual({ status: 'resolved' });
      await theyAnswer();
      await page.click('Keep as a note');
      expect(messageCall().request.body).toEqual({ kind: 'note', text: 'Mine.' });
    });

    it('is discarded, and can be brought back', async () => {
      await write('r', 'Mine.');
      await theyAnswer();
      await page.click('Discard');
      expect(document.querySelector(BOX)).toBeNull();
      expect(discardCalls()).toHaveLength(1);
      TestBed.inject(Undo).back();
      await page.settle();
      expect(written()).toBe('Mine.');
    });

    it('is a note already does not matter', async () => {
      await write('n', 'Mine.');
      await theyAnswer();
      expect(document.querySelector('desk-answered-first')).toBeNull();
    });

    async function theyAnswer(): Promise<void> {
      const event = { kind: 'ticket.changed', id: 2, version: 2, fields: ['messages'], by: null, at: '' } as const;
      TestBed.inject(Live).hear(event);
      await page.answerTimeline(2, [FIRST, THEIRS]);
    }
  });

  async function write(key: string, text: string): Promise<void> {
    await page.press(key);
    await ready(page);
    for (const call of page.http.match({ method: 'GET', url: DRAFT })) call.flush(null);
    typeInEditor(text);
    await page.settle();
  }

  function paragraphs(): string[] {
    return [...document.querySelectorAll(`${BOX} [role=textbox] p`)].map(({ textContent }) => textContent);
  }

  function written(): string | undefined {
    return document.querySelector(`${BOX} [role=textbox]`)?.textContent;
  }

  function press(key: string, more: KeyboardEventInit): void {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  }

  function messageCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
  }

  function discardCalls(): TestRequest[] {
    return page.http.match({ method: 'DELETE', url: DRAFT });
  }

  async function answerHeld(call: TestRequest, more: Partial<ConversationEntry> = {}): Promise<void> {
    const { text } = call.request.body as { text: string };
    const delivery = { state: 'held', leaves_at: new Date(Date.now() + 10_000).toISOString(), detail: null } as const;
    call.flush(
      aMessage(2, { author: { type: 'user', id: 1, name: 'Priya Nair' }, text, html: null, delivery, ...more }),
    );
    await page.settle();
  }
});

describe('whom a reply goes to', () => {
  const ROW = 'desk-reply-recipients';
  beforeEach(() => localStorage.clear());

  it('is who asks, and who follows in copy, as the line at rest says', async () => {
    const page = await asked();
    expect(page.text('desk-composer .reply')).toBe('Reply to Ruth AdlerR');
    await begin(page);
    expect(shown()).toBe('To Ruth Adler Cc Finance');
    expect(send(page)).toEqual({ to: [RUTH], cc: [FINANCE] });
  });

  it('is not said while it is not known', async () => {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answerTimeline(2, [FIRST]);
    expect(page.text('desk-composer .reply')).toBe('Reply R');
    await begin(page);
    expect(shown()).toBe('');
    expect(send(page)).toBeUndefined();
  });

  it('is nobody yet where nobody asks, and it may be kept all the same', async () => {
    const page = await asked(null, []);
    await begin(page);
    expect(shown()).toBe('To nobody yet');
    expect(send(page)).toEqual(NOBODY);
  });

  it('can be taken away, down to nobody', async () => {
    const page = await asked();
    await begin(page);
    await page.click('Remove Ruth Adler, ruth@brandt.example');
    expect(shown()).toBe('To nobody yet Cc Finance');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove Finance, finance@brandt.example');
    await page.click('Remove Finance, finance@brandt.example');
    expect(shown()).toBe('To nobody yet');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Add a recipient');
    expect(send(page)).toEqual(NOBODY);
  });

  it('can be somebody more, by an address with or without a name', async () => {
    const page = await asked(null, []);
    await begin(page);
    await page.click('Add a recipient');
    await type(page, 'Ada Cole <ada@example.com>', 'Enter');
    expect(shown()).toBe('To Ada Cole Cc');
    await type(page, 'bo@example.com', ',');
    await type(page, '', 'Escape');
    expect(shown()).toBe('To Ada Cole Cc bo@example.com');
    const cc = [{ address: 'bo@example.com' }];
    expect(send(page)).toEqual({ to: [{ name: 'Ada Cole', address: 'ada@example.com' }], cc });
  });

  it('is not sent with half an address', async () => {
    const page = await asked();
    await begin(page);
    await page.click('Add a recipient');
    await type(page, 'ada@example', 'Enter');
    expect(page.text(`${ROW} .wrong`)).toBe('Add one e-mail address, like ada@example.com.');
    await page.click('Send');
    page.http.expectNone(({ method }) => method === 'POST');

    document.querySelector<HTMLElement>(`${ROW} input`)!.focus();
    await type(page, 'ada@example.com', 'Enter', { ctrlKey: true });
    expect(sent(page)).toEqual({ to: [RUTH], cc: [FINANCE, { address: 'ada@example.com' }] });
  });

  it('is kept with the draft once it was changed', async () => {
    const page = await asked();
    await begin(page);
    await page.click('Remove Finance');
    const draft = localStorage.getItem(localStorage.key(0) ?? '');
    expect(JSON.parse(draft ?? 'null')).toMatchObject({ text: 'Hello.', recipients: { to: [RUTH], cc: [] } });
  });

  describe('when many would get it', () => {
    const SIX = Array.from({ length: 6 }, (_, at) => ({ name: `Copy ${at}`, address: `copy${at}@brandt.example` }));
    const QUESTION = 'desk-goes-to-many';

    it('rests and asks, where the keys and the voice are', async () => {
      const page = await held();
      const question = document.querySelector(QUESTION)!;
      expect(question.getAttribute('role')).toBe('alertdialog');
      expect(page.text(`#${question.getAttribute('aria-labelledby')}`)).toBe(
        'Goes to Ruth Adler and 6 in copy. Your text is kept and not sent.',
      );
      expect(document.activeElement).toBe(question);
      expect(page.text(`${BOX} .saved`)).toBe('Answer the question above first');
      ctrlEnter();
      await page.settle();
      page.http.expectNone(({ method }) => method === 'POST');
    });

    it('goes to all, and is not asked again for this answer', async () => {
      const page = await held();
      await page.click('Send to all');
      const call = page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
      expect(call.request.body).toMatchObject({ recipients: { to: [RUTH], cc: SIX } });
      expect(document.activeElement?.closest(BOX)).not.toBeNull();
      await page.refuse(call, 503, 'database_unavailable', 'The database is away.');
      await page.click('Try again');
      expect(document.querySelector(QUESTION)).toBeNull();
      expect(sent(page)).toEqual({ to: [RUTH], cc: SIX });
    });

    it('goes to who asks alone, with the status that was chosen', async () => {
      const page = await many();
      await page.click('More ways to send');
      await page.click('Send and resolve');
      await page.click('Only to Ruth Adler');
      const call = page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
      expect(call.request.body).toMatchObject({ status: 'resolved', recipients: { to: [RUTH], cc: [] } });
    });

    it('is asked for the next answer anew', async () => {
      const page = await held();
      await page.click('Send to all');
      page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' }).flush(aMessage(2));
      await page.settle();
      await begin(page);
      ctrlEnter();
      await page.settle();
      expect(page.text(QUESTION)).toContain('Goes to Ruth Adler and 6 in copy');
    });

    it.each(['the question', 'the text'])('goes back to the text by Esc from %s, and asks again', async (from) => {
      const page = await held();
      if (from === 'the text') document.querySelector<HTMLElement>(`${BOX} [role=textbox]`)?.focus();
      await page.press('Escape');
      expect(document.querySelector(QUESTION)).toBeNull();
      expect(document.activeElement?.getAttribute('role')).toBe('textbox');
      ctrlEnter();
      await page.settle();
      expect(document.querySelector(QUESTION)).not.toBeNull();
      page.http.expectNone(({ method }) => method === 'POST');
    });

    it('is not asked where the writer has changed to whom it goes', async () => {
      const page = await many();
      await page.click('Remove Copy 0');
      expect(send(page)).toEqual({ to: [RUTH], cc: SIX.slice(1) });
    });

    it('is not asked of three', async () => {
      const page = await asked(RUTH, SIX.slice(0, 2));
      await begin(page);
      expect(send(page)).toEqual({ to: [RUTH], cc: SIX.slice(0, 2) });
    });

    it('offers nobody alone where nobody asks', async () => {
      const page = await asked(null, SIX);
      await begin(page);
      ctrlEnter();
      await page.settle();
      expect(page.text(`${QUESTION} p`)).toContain('Goes to 6 in copy.');
      expect(page.text(`${QUESTION} .ways`)).not.toContain('Only to');
    });

    async function many(): Promise<TicketsPage> {
      const page = await asked(RUTH, SIX);
      await begin(page);
      return page;
    }

    async function held(): Promise<TicketsPage> {
      const page = await many();
      ctrlEnter();
      await page.settle();
      return page;
    }
  });

  it('is not asked in a note', async () => {
    const page = await asked();
    await page.press('n');
    await ready(page);
    expect(document.querySelector(ROW)).toBeNull();
  });

  async function asked(requester: typeof RUTH | null = RUTH, followers = [FINANCE]): Promise<TicketsPage> {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    const card = (who: typeof RUTH, id: number): ContactCard => ({ ...who, id, organisation: null });
    const people = { requester: requester && card(requester, 12), followers: followers.map(card) };
    await page.answer(page.ticketCall(2), { ...aTicket(2), ...people });
    await page.answerTimeline(2, [FIRST]);
    return page;
  }

  async function begin(page: TicketsPage): Promise<void> {
    await page.press('r');
    await ready(page);
    typeInEditor('Hello.');
    await page.settle();
  }

  async function type(page: TicketsPage, text: string, key: string, more: KeyboardEventInit = {}): Promise<void> {
    const field = document.querySelector<HTMLInputElement>(`${ROW} input`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await page.settle();
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await page.settle();
  }

  /** The row as it is read. */
  function shown(): string {
    const words = [...document.querySelectorAll(`${ROW} .role, ${ROW} .name`)].map(({ textContent }) => textContent);
    return words.join(' ').replace(/\s+/g, ' ').trim();
  }

  function send(page: TicketsPage): unknown {
    ctrlEnter();
    return sent(page);
  }

  function ctrlEnter(): void {
    const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true });
    document.querySelector(`${BOX} [role=textbox]`)?.dispatchEvent(event);
  }

  function sent(page: TicketsPage): unknown {
    const call = page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' });
    return (call.request.body as { recipients?: unknown }).recipients;
  }
});

describe('what was begun', () => {
  const file = { id: 'f0000000-0000-4000-8000-000000000001', name: 'list.png', type: 'image/png', size: 96_000 };
  const draft = {
    ...{ kind: 'note', text: 'Look at', recipients: { to: [], cc: [] }, conversation: 1 },
    ...{ attachments: [file.id], files: [file] },
  };
  beforeEach(() => localStorage.clear());

  it('is kept on the desk once the writer pauses, and forgotten in this browser', async () => {
    const page = await opened();
    await answerDraft(page, null);
    jest.useFakeTimers({ doNotFake: ['setInterval', 'queueMicrotask', 'nextTick'] });
    try {
      typeInEditor('Look at');
      jest.advanceTimersByTime(KEEP_MS - 1);
      expect(page.http.match({ method: 'PUT', url: DRAFT })).toEqual([]);
      expect(localStorage.length).toBe(1);
      jest.advanceTimersByTime(1);
      const call = page.http.expectOne({ method: 'PUT', url: DRAFT });
      expect(call.request.body).toEqual({ kind: 'reply', text: 'Look at', attachments: [], conversation: 1 });
      call.flush(null);
      TestBed.tick();
      expect(localStorage.length).toBe(0);
      expect(page.text(`${BOX} .saved`)).toMatch(/^Draft kept \d\d:\d\d$/);
    } finally {
      jest.useRealTimers();
    }
  });

  it('stays in this browser where the desk cannot be told', async () => {
    const page = await opened();
    await answerDraft(page, null);
    typeInEditor('Look at');
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, KEEP_MS));
    await page.refuse(page.http.expectOne({ method: 'PUT', url: DRAFT }), 503, 'database_unavailable', 'It is away.');
    expect(page.text(`${BOX} .saved`)).toBe('Draft kept in this browser');
    expect(localStorage.length).toBe(1);
  });

  it('stands with what was written elsewhere meanwhile, and is written on', async () => {
    const page = await opened();
    await answerDraft(page, null);
    typeInEditor('Mine');
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, KEEP_MS));
    await page.refuse(
      page.http.expectOne({ method: 'PUT', url: DRAFT }),
      412,
      'stale_version',
      'Written on elsewhere.',
    );
    await answerDraft(page, { kind: 'reply', text: 'Theirs' });
    expect(page.http.expectOne({ method: 'PUT', url: DRAFT }).request.body).toMatchObject({ text: 'Theirs\n\nMine' });
    expect(page.text(BOX)).toContain('Theirs');
    expect(page.text('desk-snack-message')).toContain('You wrote on elsewhere, too');
  });

  it('brings what the ticket is to get with it, and keeps what is left of that', async () => {
    const page = await opened();
    await answerDraft(page, { ...draft, sets: { status: 'resolved', priority: 'low' } });
    const chips = () => [...document.querySelectorAll('desk-step-chips .kind')].map(({ textContent }) => textContent);
    expect(chips()).toEqual(['status', 'priority']);
    document.querySelector<HTMLElement>('[aria-label="Leave the status as it is"]')?.click();
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, KEEP_MS));
    const bodies = page.http.match({ method: 'PUT', url: DRAFT }).map((call) => call.request.body as object);
    expect(bodies.at(-1)).toMatchObject({ text: 'Look at', sets: { priority: 'low' } });
    expect(chips()).toEqual(['priority']);
  });

  it('is there again', async () => {
    const page = await opened(false);
    await answerDraft(page);
    expect(page.text('desk-composer .reply')).toContain('Draft: Look at');
    await page.click('Draft: Look at');
    await ready(page);
    expect(page.text(`${BOX} .on`)).toBe('Note');
  });

  it('keeps its files when it is written on', async () => {
    const page = await opened(false);
    await answerDraft(page);
    await page.press('n');
    await ready(page);
    typeInEditor('More.');
    await page.settle();
    expect(await keptNext(page)).toMatchObject({ kind: 'note', text: 'More.\n\nLook at', attachments: [file.id] });
  });

  it('stands before what was written before it came, and the desk keeps both', async () => {
    const page = await opened();
    typeInEditor('Quick');
    await page.settle();
    await new Promise((resolve) => setTimeout(resolve, KEEP_MS + 50));
    page.http.expectNone({ method: 'PUT', url: DRAFT });
    await answerDraft(page, { kind: 'reply' });
    typeInEditor('More');
    await page.settle();
    const both = { kind: 'reply', text: 'Look at\n\nQuick\n\nMore', attachments: [file.id] };
    expect(await keptNext(page)).toMatchObject(both);
  });

  it.each([
    ['n', 'reply'],
    ['r', 'note'],
  ])('stays at the desk with what %s began before a %s came', async (key, kind) => {
    const page = await opened(false);
    await page.press(key);
    await ready(page);
    await answerDraft(page, { kind });
    expect(page.text(`${BOX} .on`)).toBe('Note');
  });

  it('that could not be read is not written over', async () => {
    const page = await opened();
    await page.refuse(page.http.expectOne({ method: 'GET', url: DRAFT }), 503, 'database_unavailable', 'It is away.');
    typeInEditor('Quick');
    await page.settle();
    expect(page.text(`${BOX} .saved`)).toBe('Draft kept in this browser');
    await page.press('Escape');
    await page.press('r');
    await answerDraft(page, { kind: 'reply' });
    expect(await keptNext(page)).toMatchObject({ text: 'Look at\n\nQuick' });
  });

  it('is kept for its files alone', async () => {
    const page = await opened(false);
    await answerDraft(page, { text: '' });
    await page.press('r');
    await ready(page);
    await page.settle();
    expect(await keptNext(page)).toMatchObject({ kind: 'reply', text: '', attachments: [file.id] });
  });

  async function answerDraft(
    page: TicketsPage,
    more: { text?: string; kind?: string; sets?: object } | null = {},
  ): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 320));
    page.http.expectOne({ method: 'GET', url: DRAFT }).flush(more && { ...draft, ...more });
    await page.settle();
  }

  /** What the desk is told by the page that is left. */
  async function keptNext(page: TicketsPage): Promise<unknown> {
    await page.router.navigateByUrl('/tickets');
    await page.settle();
    return page.http.expectOne({ method: 'PUT', url: DRAFT }).request.body;
  }

  async function opened(writing = true): Promise<TicketsPage> {
    const page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [FIRST]);
    if (writing) {
      await page.press('r');
      await ready(page);
    }
    return page;
  }
});

/** What it takes to write comes when it is wanted. */
async function ready(page: TicketsPage): Promise<void> {
  for (let turn = 0; turn < 200 && !document.querySelector(`${BOX} [role=textbox]`); turn++) await page.settle();
}
