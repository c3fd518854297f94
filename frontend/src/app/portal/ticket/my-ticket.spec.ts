import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { aProblem } from '../../core/testing/fakes';
import { PortalSession } from '../portal-session';
import { PortalPage, RUTH, aMessage, aRow, aTicket, keyOf } from '../testing/portal-page';

// The simulated browser scrolls nothing.
Element.prototype.scrollIntoView = () => undefined;

const LIST = '/api/portal/tickets';
const TICKET = `${LIST}/4821`;
const MESSAGES = `${TICKET}/messages`;

describe('one ticket, for the one who asked', () => {
  let page: PortalPage;

  beforeEach(async () => {
    page = new PortalPage();
    await page.openAsRuth('/portal/tickets/4821');
    await page.answer(page.expect('GET', LIST), { results: [aRow()], next_cursor: null });
  });
  afterEach(() => page.leave());

  it('shows what was said, each by its voice, and what is harmful of none', async () => {
    const html =
      '<p>Print <a href="javascript:alert(1)">it</a></p><img src="https://evil.example/x"><script>1</script>';
    await page.answer(
      page.expect('GET', TICKET),
      aTicket({
        messages: [
          aMessage(),
          aMessage({ number: 3, kind: 'reply', mine: false, author: 'Jonas Weber', html }),
          aMessage({ number: 4, kind: 'incoming', mine: false, author: 'Ada Berg', text: 'Me too' }),
        ],
      }),
    );

    expect(document.title).toBe('Invoice PDFs download as empty files · Halden');
    expect(page.texts('desk-portal-message .head b')).toEqual(['You', 'Jonas Weber', 'Ada Berg']);
    expect(page.texts('desk-portal-message .head span')).toEqual(['from Halden']);
    expect(document.querySelectorAll('desk-message-html :is(img, script, a[href])')).toHaveLength(0);
  });

  it('says that the desk has removed words, and gives nobody other words in their place', async () => {
    const messages = [
      aMessage({ kind: 'description', text: '(words removed)' }),
      aMessage({ number: 3, text: 'It said (words removed).' }),
      aMessage({ number: 4, kind: 'reply', mine: false, author: 'Jonas Weber', text: '(words removed)' }),
    ];
    await page.answer(page.expect('GET', TICKET), aTicket({ messages }));
    const removed = 'Halden has removed these words.';
    expect(page.texts('desk-portal-message .bubble > :nth-child(2)')).toEqual([
      removed,
      'It said (words removed).',
      removed,
    ]);
  });

  it('shows a picture that came with a message where it stands, and only there', async () => {
    const attachments = [{ id: 'f1', name: 'image001.png', type: 'image/png', size: 900 }];
    const html = '<p>See <img alt="My screen" data-attachment="f1"></p>';
    await page.answer(page.expect('GET', TICKET), aTicket({ messages: [aMessage({ html, attachments })] }));

    expect(document.querySelector('desk-message-html img')?.getAttribute('src')).toBe('/api/portal/attachments/f1');
    expect(document.querySelector('desk-attachment-list')).toBeNull();
  });

  it('folds what a message quotes', async () => {
    await page.answer(page.expect('GET', TICKET), aTicket({ messages: [aMessage({ folded: '> one\n> two' })] }));
    expect(document.querySelector('.quoted')).toBeNull();

    await page.click('Quoted text, 2 lines');
    expect(page.text('.quoted')).toBe('> one > two');
  });

  it('folds the quote of a mail where it stands, and shows it once', async () => {
    const html = '<p>So.</p><div data-quote=""><p>one</p></div>';
    const whole = '<p>So.</p><p>one</p>';
    const messages = [aMessage({ html, folded: '> one' }), aMessage({ number: 3, html: whole, folded: '> one' })];
    await page.answer(page.expect('GET', TICKET), aTicket({ messages }));
    const folded = () => document.querySelectorAll('desk-message-html.folded [data-quote]').length;
    expect([folded(), page.texts('desk-quote-fold button')]).toEqual([1, ['Quoted text, 1 line']]);

    await page.click('Quoted text, 1 line');
    expect([folded(), document.querySelector('.quoted')]).toEqual([0, null]);
  });

  it('takes an answer once, and shows it', async () => {
    await opened();
    await page.write('Your answer', 'Print works, thank you.');
    await page.submit();
    await page.submit();
    const call = page.expect('POST', MESSAGES);
    expect(call.request.body).toEqual({ text: 'Print works, thank you.' });
    await page.answer(call, { ticket: 4821 });

    expect(page.box('Your answer').value).toBe('');
    await page.answer(
      page.expect('GET', TICKET),
      aTicket({ messages: [...aTicket().messages, aMessage({ number: 5, kind: 'incoming', text: 'Print works' })] }),
    );
    expect(page.texts('desk-portal-message')).toHaveLength(3);
  });

  it('asks for words before it asks the desk', async () => {
    await opened();
    await page.submit();
    expect(page.text('#answer-wrong')).toBe('Write something first.');
    expect(page.box('Your answer').getAttribute('aria-invalid')).toBe('true');
    page.http.expectNone(MESSAGES);
  });

  it('loses nothing when it is refused, and can be sent again', async () => {
    await opened();
    await page.write('Your answer', 'Print works.');
    await page.submit();
    const first = page.expect('POST', MESSAGES);
    await page.refuse(first, aProblem(503, 'unavailable'));
    expect(page.text('[role="alert"]')).toContain('Your answer was not sent; it is kept here.');
    expect(page.box('Your answer').value).toBe('Print works.');

    await page.submit();
    const again = page.expect('POST', MESSAGES);
    expect(keyOf(again)).toBe(keyOf(first));
    await page.answer(again, { ticket: 4821 });
  });

  it('sends each answer under a key of its own, which is kept with what is begun', async () => {
    await opened();
    const keys: (string | null)[] = [];
    for (const text of ['One.', 'Two.']) {
      await page.write('Your answer', text);
      await page.submit();
      const call = page.expect('POST', MESSAGES);
      keys.push(keyOf(call));
      expect(localStorage.getItem(`desk.portal.${RUTH.address}.4821`)).toContain(String(keyOf(call)));
      await page.answer(call, { ticket: 4821 });
      expect(localStorage.getItem(`desk.portal.${RUTH.address}.4821`)).toBeNull();
      await opened();
    }
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('shows what an earlier try wrote after all, and keeps what was made of it since', async () => {
    await opened();
    await page.write('Your answer', 'Print works.');
    await page.submit();
    const first = page.expect('POST', MESSAGES);
    first.error(new ProgressEvent('error'));
    await page.settle();
    await page.write('Your answer', 'Print works, thank you.');
    await page.submit();
    const second = page.expect('POST', MESSAGES);
    expect(keyOf(second)).toBe(keyOf(first));
    await page.refuse(second, aProblem(409, 'idempotency_key_reused'));

    await opened();
    expect(page.text('[role="alert"]')).toContain('An earlier try was saved after all.');
    expect(page.box('Your answer').value).toBe('Print works, thank you.');
  });

  it('knows again after another ticket what was not answered there', async () => {
    await opened();
    await page.write('Your answer', 'Print works.');
    await page.submit();
    const first = page.expect('POST', MESSAGES);
    await page.navigate('/portal/tickets/7');
    await page.answer(page.expect('GET', `${LIST}/7`), aTicket({ id: 7 }));
    await page.refuse(first, aProblem(503, 'unavailable'));
    await page.navigate('/portal/tickets/4821');
    await opened();

    await page.submit();
    expect(keyOf(page.expect('POST', MESSAGES))).toBe(keyOf(first));
  });

  it('takes files by the way of customers, none larger than the desk says, and waits for them', async () => {
    await opened();
    await attach(new File(['list'], 'list.txt'), sized('huge.zip', 27_000_000));
    const upload = page.expect('POST', '/api/portal/attachments');
    expect(page.text('desk-attaching .failed')).toContain('Too large: a file may have at most 25 MB.');
    await page.click('Remove huge.zip');
    await page.write('Your answer', 'Here it is.');
    await page.submit();
    page.http.expectNone(MESSAGES);

    const id = 'f0000000-0000-4000-8000-000000000001';
    await page.answer(upload, { id, name: 'list.txt', type: 'text/plain', size: 4 });
    await page.submit();
    expect(page.expect('POST', MESSAGES).request.body).toEqual({ text: 'Here it is.', attachments: [id] });
  });

  it('gives the files of a message, of customers by their own way', async () => {
    const file = { id: 'f1', name: 'photo.png', type: 'image/png', size: 4 };
    await page.answer(page.expect('GET', TICKET), aTicket({ messages: [aMessage({ attachments: [file] })] }));

    expect(document.querySelector('desk-attachment-list a')?.getAttribute('href')).toBe('/api/portal/attachments/f1');
    expect(document.querySelector('desk-attachment-list img')).toBeNull();
  });

  it('keeps what is begun for each ticket and for each address', async () => {
    await opened();
    await page.write('Your answer', 'Begun here');
    await page.navigate('/portal/tickets/7');
    await page.answer(page.expect('GET', `${LIST}/7`), aTicket({ id: 7 }));
    expect(page.box('Your answer').value).toBe('');

    await page.navigate('/portal/tickets/4821');
    await opened();
    expect(page.box('Your answer').value).toBe('Begun here');
    const keys = Object.keys(localStorage).filter((key) => localStorage.getItem(key)?.includes('Begun here'));
    expect(keys).toEqual([`desk.portal.${RUTH.address}.4821`]);
  });

  it('keeps on what is written here when another tab sends what it kept for both, and lets go of the same', async () => {
    await opened();
    await page.write('Your answer', 'Mine, begun later');
    const key = `desk.portal.${RUTH.address}.4821`;
    const sentElsewhere = (text: string) => {
      localStorage.removeItem(key);
      const oldValue = JSON.stringify({ texts: { text }, files: [], sent: null });
      window.dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue: null }));
      return page.settle();
    };
    await sentElsewhere('Of the other tab');
    expect(localStorage.getItem(key)).toContain('Mine, begun later');

    await sentElsewhere('Mine, begun later');
    expect([localStorage.getItem(key), page.box('Your answer').value]).toEqual([null, '']);
  });

  it('keeps what is written when the session has ended, and goes on once there is another', async () => {
    await opened();
    await page.write('Your answer', 'Still here');
    await page.submit();
    await page.refuse(page.expect('POST', MESSAGES), aProblem(401, 'unauthenticated'));
    expect(page.text('.ended')).toContain('You are not signed in any more.');
    expect(page.box('Your answer').value).toBe('Still here');

    // In another tab.
    window.dispatchEvent(new Event('focus'));
    await page.answer(page.expect('GET', '/api/portal/session'), RUTH);
    expect(TestBed.inject(PortalSession).ended()).toBe(false);
    expect(document.querySelector('.ended')).toBeNull();
    await page.submit();
    await taken();
  });

  it('closes it, and an answer opens it again', async () => {
    const announce = jest.spyOn(TestBed.inject(LiveAnnouncer), 'announce');
    await opened();
    await page.click('Yes, close it');
    await page.answer(page.expect('POST', `${TICKET}/close`), null);
    await page.answer(page.expect('GET', TICKET), aTicket({ status: 'closed' }));
    expect(page.text('.solved')).toContain('This is solved. An answer opens it again.');

    await page.write('Your answer', 'It came back');
    await page.submit();
    await taken();
    expect(announce).toHaveBeenLastCalledWith('Your answer was sent. The ticket is open again');
    await page.answer(page.expect('GET', TICKET), aTicket());
    expect(page.text('.solved')).toContain('Is it solved?');
  });

  it('leaves closing to the one who asked where one is only in copy, and takes their answer', async () => {
    await page.answer(page.expect('GET', TICKET), aTicket({ mine: false, answered: true }));

    expect(page.text('.solved')).toBe('You are in copy of this.');
    expect(document.querySelector('.solved button')).toBeNull();
    expect(page.box('Your answer').value).toBe('');
  });

  it('offers to write anew where no answer is taken', async () => {
    await page.answer(page.expect('GET', TICKET), aTicket({ status: 'closed', can_answer: false }));

    expect(document.querySelector('textarea')).toBeNull();
    expect(page.texts('.solved a')).toEqual(['Write to us']);
  });

  it('shows older messages when asked', async () => {
    await page.answer(
      page.expect('GET', TICKET),
      aTicket({ messages: [aMessage({ number: 9 })], next_cursor: 'older' }),
    );
    await page.click('Show earlier messages');
    await page.answer(
      page.expect('GET', `${TICKET}?cursor=older`),
      aTicket({ messages: [aMessage({ number: 1, text: 'The first' })] }),
    );

    expect(page.texts('desk-portal-message desk-ticket-description')).toEqual([
      'The first',
      'Since Monday every invoice PDF is 0 KB.',
    ]);
    expect(page.text('main')).not.toContain('Show earlier messages');
  });

  it('knows no ticket of others', async () => {
    await page.refuse(page.expect('GET', TICKET), aProblem(404, 'ticket_not_found'));

    expect(page.text('desk-empty-state')).toContain('You have no ticket with this number');
    expect(page.text('desk-my-ticket .head')).not.toContain('#');

    await page.navigate('/portal/tickets/0');
    expect(page.text('desk-empty-state')).toContain('You have no ticket with this number');
    page.http.expectNone(`${LIST}/0`);
  });

  it('leads to the ticket in which the matter goes on', async () => {
    await opened();
    await page.write('Your answer', 'It came back');
    await page.submit();
    await page.answer(page.expect('POST', MESSAGES), { ticket: 5000 });

    expect(page.address).toBe('/portal/tickets/5000');
  });

  async function attach(...files: File[]): Promise<void> {
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(picker, 'files', { value: files });
    picker.dispatchEvent(new Event('change'));
    await page.settle();
  }

  function sized(name: string, size: number): File {
    return Object.defineProperty(new File([], name), 'size', { value: size });
  }

  async function taken(): Promise<void> {
    await page.answer(page.expect('POST', MESSAGES), { ticket: 4821 });
  }

  async function opened(): Promise<void> {
    await page.answer(page.expect('GET', TICKET), aTicket());
  }
});
