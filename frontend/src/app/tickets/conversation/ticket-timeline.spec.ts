import { TestBed } from '@angular/core/testing';
import { Live } from '../../api/live/live';
import { anEvent, created } from '../testing/events';
import { aMessage, eventEntry } from '../testing/messages';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const DETAIL = 'desk-ticket-detail';
const HISTORY = 'desk-ticket-timeline';
const LIST = aPage(tickets(3, 1));

describe('the conversation on the page of a ticket', () => {
  it('tells the history, and marks who decided', async () => {
    const page = await open(aTicket(2, { category: 'technical', priority: 'high' }));
    expect(page.text(HISTORY)).toContain('Loading the conversation');
    await page.answerHistory(2, [created('technical', 'billing')]);

    expect(entries()).toEqual([
      'The desk suggested Billing · 71 % High · 88 % 20 Apr',
      'Mina Park changed the category, kept the priority Billing Technical 20 Apr',
    ]);
    expect(page.text(`${DETAIL} .category desk-origin-mark`)).toBe('Mina');
    expect(page.text(`${DETAIL} .priority desk-origin-mark`)).toBe('Suggested');
    expect(document.querySelector(`${DETAIL} .status desk-origin-mark`)).toBeNull();
  });

  it('calls the reader’s own choice theirs', async () => {
    const page = await open(aTicket(2, { category: 'technical' }));
    await page.answerHistory(2, [{ ...created('technical', 'billing'), actor: 1 }]);

    expect(page.text(`${DETAIL} .category desk-origin-mark`)).toBe('Yours');
  });

  it('grows with what is changed here', async () => {
    const page = await open(aTicket(2));
    await page.answerHistory(2, [created('billing', null)]);
    await page.pick('Status', 'Resolved', DETAIL);
    await page.answer(page.changeCall(2), aTicket(2, { status: 'resolved', version: 2 }));
    await page.answerHistory(2, [
      created('billing', null),
      anEvent(2, [{ field: 'status', from: 'open', to: 'resolved' }], { actor: 1 }),
    ]);

    expect(entries()).toEqual([
      'Mina Park created the ticket 20 Apr',
      'Priya Nair resolved the ticket Open Resolved 20 Apr',
    ]);
  });

  it('does not ask again for a change of another ticket', async () => {
    const page = await open(aTicket(2));
    await page.answerHistory(2, [created('billing', null)]);
    await page.pick('Status', 'Resolved', page.row(0));
    await page.answer(page.changeCall(3), aTicket(3, { status: 'resolved', version: 2 }));

    page.http.expectNone(({ url }) => url === '/api/tickets/2/timeline');
  });

  it('has the files of a message, to be saved, and images in small as far as there is such a picture', async () => {
    const page = await open(aTicket(2));
    const attachments = [
      { id: 'a', name: 'Screenshot.png', type: 'image/png', size: 184_213 },
      { id: 'b', name: 'Rechnung März.pdf', type: 'application/pdf', size: 48_213 },
    ];
    await page.answerTimeline(2, [eventEntry(created('billing', null)), aMessage(2, { attachments })]);

    const links = [...document.querySelectorAll<HTMLAnchorElement>('desk-attachment-list a')];
    expect(links.map((link) => [link.getAttribute('href'), link.download, link.textContent])).toEqual([
      ['/api/attachments/a', 'Screenshot.png', 'Save Screenshot.png180 kB'],
      ['/api/attachments/b', 'Rechnung März.pdf', 'Save Rechnung März.pdf47 kB'],
    ]);
    const picture = document.querySelector('desk-attachment-list img');
    expect(picture?.getAttribute('src')).toBe('/api/attachments/a/thumbnail');
    picture?.dispatchEvent(new Event('error'));
    await page.settle();
    expect(document.querySelector('desk-attachment-list img')).toBeNull();
  });

  it('is read from its end, and what was before when that is wanted', async () => {
    const page = await open(aTicket(2));
    expect(page.timelineCall(2).request.params.get('order')).toBe('newest');
  });

  it('is folded in the middle when it is long', async () => {
    const page = await open(aTicket(2));
    const changes = Array.from({ length: 30 }, (_, index) =>
      anEvent(index + 2, [{ field: 'status', from: 'open', to: index % 2 ? 'open' : 'in_progress' }]),
    );
    await page.answerHistory(2, [created('billing', null), ...changes]);
    expect(entries()).toHaveLength(11);

    await page.click('Show 20 more in between');
    expect(entries()).toHaveLength(31);
    expect(document.activeElement).toBe(document.querySelectorAll(`${HISTORY} .event`)[3]);
  });

  it('offers to try again when it does not come', async () => {
    const page = await open(aTicket(2));
    await page.refuse(page.timelineCall(2), 503, 'database_unavailable', 'The database is away.');
    expect(page.text(`${HISTORY} [role=alert]`)).toContain(
      'The conversation could not be loaded. The database is away.',
    );

    await page.click('Try again');
    await page.answerHistory(2, []);
    expect(page.text(HISTORY)).toContain('What happened with 2.');
  });

  it('offers no second try of what is refused', async () => {
    const page = await open(aTicket(2));
    await page.refuse(page.timelineCall(2), 403, 'no_access', 'It is not for you.');

    expect(page.text(`${HISTORY} [role=alert]`)).toBe('The conversation could not be loaded. It is not for you.');
  });

  it('shows messages and events in one order, each by its kind', async () => {
    const page = await open(aTicket(2));
    const answered = anEvent(3, [{ field: 'status', from: 'open', to: 'in_progress' }]);
    await page.answerTimeline(2, [
      eventEntry(created('billing', null)),
      aMessage(2, { kind: 'note', text: 'Look at #4655.' }),
      eventEntry(answered),
      aMessage(4, {
        recipients: [{ role: 'to', name: 'Ruth Adler', address: 'ruth@brandt.example', state: null, detail: null }],
        delivery: { state: 'not_sent', leaves_at: null, detail: 'no sender' },
      }),
      aMessage(5, {
        kind: 'incoming',
        author: { type: 'contact', id: 9, name: 'Ruth Adler' },
        html: '<p>Thank <b>you</b>.</p><script>alert(1)</script>',
        folded: '> one\n> two',
      }),
    ]);

    expect(kinds()).toEqual(['description', 'event', 'note', 'event', 'reply', 'incoming']);
    expect(page.text(`${HISTORY} .description`)).toContain('What happened with 2.');
    expect(page.text(`${HISTORY} .note .head`)).toContain('Internal note · Mina Park');
    expect(page.text(`${HISTORY} .note .to`)).toBe('');
    expect(page.text(`${HISTORY} .reply .head`)).toMatch(/^Public reply by Mina Park ?to Ruth Adler/);
    expect(page.text(`${HISTORY} .reply .delivery`)).toBe('Not sent: no sender');
    expect(page.text(`${HISTORY} .incoming .head`)).toContain('Ruth Adler');
    expect(document.querySelector(`${HISTORY} .incoming desk-message-html`)?.innerHTML).toBe(
      '<p>Thank <b>you</b>.</p>',
    );
  });

  it('marks who is mentioned in a note, and nobody in an answer, which tells nobody', async () => {
    const page = await open(aTicket(2));
    const text = 'Ask @jonas.weber, @Leo Marchetti or @nobody.';
    await page.answerTimeline(2, [
      eventEntry(created('billing', null)),
      aMessage(2, { kind: 'note', text }),
      aMessage(3, { kind: 'reply', text }),
      aMessage(4, { kind: 'incoming', author: { type: 'contact', id: 9, name: 'Ruth Adler' }, text }),
    ]);
    const marked = document.querySelectorAll(`${HISTORY} .mention`);
    expect(Array.from(marked, ({ textContent }) => textContent)).toEqual(['@jonas.weber', '@Leo Marchetti']);
    expect([...marked].map((mark) => mark.closest('desk-message-card')?.className)).toEqual(['note', 'note']);
  });

  it('says of a mail that fails what its domain says, and of no other one, that its sender is not confirmed, and why', async () => {
    const page = await open(aTicket(2));
    await page.answerTimeline(2, [
      { ...eventEntry(created('billing', null)), sender_check: { verdict: 'failed', by: 'desk' } },
      aMessage(2, { kind: 'incoming', sender_check: { verdict: 'confirmed', by: 'server' } }),
      aMessage(3, { kind: 'incoming', sender_check: null }),
      aMessage(4, { kind: 'incoming', sender_check: { verdict: 'denied', by: 'server' } }),
    ]);

    const doubted = [...document.querySelectorAll<HTMLElement>(`${HISTORY} desk-sender-doubt`)];
    expect(doubted.map((line) => line.closest('desk-message-card')?.className)).toEqual(['description', 'incoming']);
    expect(doubted[0]?.textContent.trim()).toMatch(/^Sender not confirmed: This mail fails the checks/);
    expect(tipOf(doubted[0]?.querySelector('p'))).toMatch(
      /^This mail fails the checks.* The desk has asked that domain itself\.$/,
    );
    expect(doubted.map((one) => one.querySelector('.denied') !== null)).toEqual([false, true]);
    expect(doubted[1]?.textContent.trim()).toMatch(/^Sender denied by the domain: .* the mailbox’s own server says/);
    expect([...document.querySelectorAll(`${HISTORY} .confirmed`)].map(tipOf)).toEqual([
      expect.stringMatching(/^This mail is from the domain .* the mailbox’s own server says/),
    ]);
  });

  it('folds what is quoted, unless nobody found it in the HTML, which shows it with the rest', async () => {
    const page = await open(aTicket(2));
    await page.answerTimeline(2, [
      aMessage(2, { kind: 'incoming', html: '<p>So.</p><p>one</p><p>two</p>', folded: '> one\n> two' }),
      aMessage(3, { kind: 'incoming', html: '<p>So.</p><div data-quote=""><p>one</p></div>', folded: '> one' }),
      aMessage(4, { kind: 'incoming', html: null, text: 'So.', folded: '> one\n> two\n> three' }),
    ]);

    expect(document.body.textContent).not.toContain('Quoted text, 2 lines');
    const folded = () => document.querySelectorAll(`${HISTORY} desk-message-html.folded [data-quote]`).length;
    expect(folded()).toBe(1);
    await page.click('Quoted text, 1 line');
    expect(folded()).toBe(0);
    expect(page.text(`${HISTORY} .quoted`)).toBe('');
    await page.click('Quoted text, 3 lines');
    expect(page.text(`${HISTORY} .quoted`)).toBe('> one > two > three');
  });

  it('shows the description as it was written while it says the same', async () => {
    const page = await open(aTicket(2));
    const html = '<p>What <b>happened</b></p>';
    const first = eventEntry(created('billing', null));
    await page.answerTimeline(2, [{ ...first, text: aTicket(2).description, html }]);
    expect(document.querySelector(`${HISTORY} .description desk-message-html`)?.innerHTML).toBe(html);
  });

  it('folds what the description quotes while that says the same', async () => {
    const page = await open(aTicket(2));
    const [text, folded] = [aTicket(2).description.slice(0, 5), aTicket(2).description.slice(5)];
    await page.answerTimeline(2, [{ ...eventEntry(created('billing', null)), text, folded }]);
    expect(page.text(`${HISTORY} .description desk-ticket-description`)).toBe(text.trim());
    await page.click('Quoted text, 1 line');
    expect(page.text(`${HISTORY} .description .quoted`)).toBe(folded.trim());
  });

  it('shows all of a description that says something else than it was written with', async () => {
    const page = await open(aTicket(2));
    await page.answerTimeline(2, [{ ...eventEntry(created('billing', null)), text: 'So.', folded: '> one' }]);
    expect(page.text(`${HISTORY} .description desk-ticket-description`)).toBe(aTicket(2).description);
    expect(document.body.textContent).not.toContain('Quoted text');
  });

  it('shows the description as text where that says something else than it was written with', async () => {
    const page = await open(aTicket(2));
    const first = { ...eventEntry(created('billing', null)), text: 'Something else', html: '<p>Something else</p>' };
    await page.answerTimeline(2, [first]);
    expect(document.querySelector(`${HISTORY} .description desk-message-html`)).toBeNull();
  });

  it('shows a picture that came with a message where it stands, and only there', async () => {
    const page = await open(aTicket(2));
    const attachments = [
      { id: 'a1', name: 'image001.png', type: 'image/png', size: 900 },
      { id: 'a2', name: 'invoice.pdf', type: 'application/pdf', size: 900 },
    ];
    const html = '<p>See <img alt="My screen" data-attachment="a1"><img data-attachment="of-another"></p>';
    await page.answerTimeline(2, [aMessage(2, { kind: 'incoming', html, attachments })]);

    const pictures = [...document.querySelectorAll(`${HISTORY} desk-message-html img`)];
    expect(pictures.map((picture) => picture.getAttribute('src'))).toEqual(['/api/attachments/a1']);
    expect(page.text(`${HISTORY} desk-attachment-list`)).toMatch(/^Save invoice.pdf/);
  });

  it('leads to the ticket in which this one goes on', async () => {
    const page = await open(aTicket(2));
    const told = { kind: 'system', author: { type: 'desk', id: null, name: null }, html: null } as const;
    await page.answerTimeline(2, [aMessage(2, { ...told, text: 'It is ticket #5.', linked_ticket: 5 })]);

    const link = document.querySelector<HTMLAnchorElement>(`${HISTORY} .linked a`);
    expect([link?.textContent, link?.pathname]).toEqual(['Show ticket #5', '/tickets/5']);
  });

  it('marks what has not left yet', async () => {
    const page = await open(aTicket(2));
    const delivery = { state: 'held', leaves_at: '2026-04-20T09:40:00.000Z', detail: null } as const;
    await page.answerTimeline(2, [eventEntry(created('billing', null)), aMessage(2, { delivery })]);

    expect(page.text(`${HISTORY} .reply.pending .head`)).toContain('not sent yet');
  });

  it('opens at the newest, with what was before behind one line', async () => {
    const page = await open(aTicket(2));
    const said = Array.from({ length: 49 }, (_, index) => aMessage(index + 52));
    const ends: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      ends.push(this);
    };
    await page.answerTimeline(2, said, 'c1');
    expect(kinds()).toHaveLength(3);
    expect(ends.at(-1)?.textContent).toContain('Message number 100.');

    await page.click('97 earlier messages and events');
    expect(kinds()).toHaveLength(49);
    expect(document.activeElement?.textContent).toContain('Message number 52.');
    await page.click('51 earlier messages and events');
    const older = page.timelineCall(2);
    expect(older.request.params.get('cursor')).toBe('c1');
    older.flush({ results: [aMessage(51), aMessage(50)], next_cursor: null });
    await page.settle();
    expect(kinds()).toHaveLength(51);
  });

  it('has only what is near in the page when it is long, and a message comes back as it was left', async () => {
    const page = await open(aTicket(2));
    const said = Array.from({ length: 100 }, (_, index) =>
      aMessage(index + 2, { html: null, folded: index === 0 ? '> once' : '' }),
    );
    await page.answerTimeline(2, said);
    await page.click('97 earlier messages');
    const drawn = () => document.querySelectorAll(`${HISTORY} desk-message-card`).length;
    const first = () => document.querySelector(`${HISTORY} li[aria-posinset="1"]`);
    expect(drawn()).toBeLessThan(60);
    expect(first()?.getAttribute('aria-setsize')).toBe('100');
    await page.click('Quoted text, 1 line');
    expect(first()?.textContent).toContain('> once');

    // What has the focus stays.
    document.querySelector<HTMLElement>(`${HISTORY} li[aria-posinset="9"]`)?.focus();
    await scrollTo(page, 9_000);
    expect(first()).toBeNull();
    expect(document.activeElement?.getAttribute('aria-posinset')).toBe('9');
    await scrollTo(page, 0);
    expect(first()?.textContent).toContain('> once');
    expect(document.activeElement?.getAttribute('aria-posinset')).toBe('9');
  });

  it('follows what becomes of a message, which is a version without an entry', async () => {
    const page = await open(aTicket(2, { version: 2 }));
    await page.answerTimeline(2, [eventEntry(created('billing', null)), aMessage(2)]);
    const event = { kind: 'ticket.changed', id: 2, version: 3, fields: ['messages'], by: null, at: '' } as const;
    TestBed.inject(Live).hear({ ...event, id: 3 });
    // The version that the message itself made is known.
    TestBed.inject(Live).hear({ ...event, version: 2 });
    page.http.expectNone(({ url }) => url === '/api/tickets/2/timeline');
    TestBed.inject(Live).hear(event);
    const delivery = { state: 'sent', leaves_at: null, detail: null } as const;
    await page.answerTimeline(2, [eventEntry(created('billing', null)), aMessage(2, { delivery, text: 'Left.' })]);

    expect(page.text(`${HISTORY} .reply`)).toContain('Left.');
  });

  it('shows another ticket’s own', async () => {
    const page = await open(aTicket(2));
    await page.answerHistory(2, [created('billing', 'billing')]);
    await page.click('Next ticket');
    expect(entries()).toEqual([]);
    await page.answerHistory(1, [created('billing', null)]);

    expect(entries()).toEqual(['Mina Park created the ticket 20 Apr']);
  });

  async function open(ticket: ReturnType<typeof aTicket>): Promise<TicketsPage> {
    const page = await TicketsPage.openWith(`/tickets/${ticket.id}`, LIST);
    await page.answer(page.ticketCall(ticket.id), ticket);
    return page;
  }

  /** The simulated browser lays nothing out: the column says itself how far it is above the screen. */
  async function scrollTo(page: TicketsPage, pixels: number): Promise<void> {
    const column = document.querySelector(`${HISTORY} > ol`);
    if (column) column.getBoundingClientRect = () => new DOMRect(0, -pixels, 700, 20_000);
    document.dispatchEvent(new Event('scroll'));
    await page.settle();
  }

  function entries(): string[] {
    return [...document.querySelectorAll(`${HISTORY} .event`)].map((entry) => words(entry));
  }

  /** What a mouse that rests on it is told, and a finger. */
  function tipOf(place: Element | null | undefined): string | undefined {
    return document.getElementById(place?.getAttribute('aria-describedby') ?? '')?.textContent;
  }

  function kinds(): string[] {
    return [...document.querySelectorAll(`${HISTORY} li`)].map(
      (line) => line.querySelector('desk-message-card')?.className.split(' ')[0] ?? line.className,
    );
  }

  function words(element: Element): string {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '');
    return pieces.join(' ').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
  }
});
