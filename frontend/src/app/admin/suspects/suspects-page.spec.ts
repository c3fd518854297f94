import type { Suspect, SuspectList } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';
import { aTicket } from '../testing/desk';

const URL = '/api/admin/suggestions/suspects';

const aSuspect = (ticket: number, values: Partial<Suspect> = {}): Suspect => ({
  ...{ ticket, title: `Ticket number ${ticket}`, version: 3, category: 'general', suggested_category: 'billing' },
  ...{ confidence: 0.94, words: ['charged twice', 'refund'] },
  ...values,
});

const aList = (results: Suspect[], values: Partial<SuspectList> = {}): SuspectList => ({
  ...{ results, judged: 480, measured: true, found_at: '2026-04-20T03:10:00.000Z' },
  ...values,
});

const many = (count: number) => Array.from({ length: count }, (_, index) => aSuspect(index + 1));

async function open(list: SuspectList): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/quality/suspects');
  await page.answer('GET', URL, list);
  await page.answerSurroundings();
  return page;
}

async function press(page: AdminTestPage, key: string): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await page.settle();
}

const titles = (page: AdminTestPage) => page.texts('li .title');
const current = (page: AdminTestPage) => page.text('li.current .title');

describe('the page of tickets that look filed wrongly', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what each is filed as, what the desk thinks and how sure it is, and which words decided', async () => {
    const page = await open(aList([aSuspect(7)]));
    expect(page.text('li .title')).toBe('#7 Ticket number 7');
    expect(page.text('li .values')).toBe('Filed as General Rather Billing Sure · 94 %');
    expect(page.text('li .because')).toBe('because of charged twice and refund');
    expect(page.text('.detail')).toBe('1 ticket looks filed wrongly among 480');
  });

  it('names its buttons by what is written on them, and more for who does not see the row', async () => {
    const page = await open(aList([aSuspect(7)]));
    expect(page.texts('.answers button')).toEqual(['Move ticket #7 to Billing 1', 'Keep ticket #7 in General 2']);
    expect(document.querySelector('.answers [aria-label]')).toBeNull();
    expect(page.texts('.answers [aria-hidden=true]')).toEqual(['1', '2']);
  });

  it('states no percentage before the desk has been measured', async () => {
    const page = await open(aList([aSuspect(7)], { judged: 30, measured: false }));
    expect(page.text('li .likelier')).toBe('Billing A first guess');
  });

  it('shows ten at a time, and the next ones as these are decided', async () => {
    const page = await open(aList(many(12)));
    expect(titles(page)).toHaveLength(10);
    expect(page.text('.foot')).toMatch(/^2 more follow\./);
    await press(page, '2');
    await page.answer('PUT', `${URL}/1/kept`, null);
    expect(titles(page)).toHaveLength(10);
    expect(page.text('.foot')).toMatch(/^1 more follow\./);
  });

  it('moves the chosen one by 1, against the version that was shown, and takes it back by Z', async () => {
    const page = await open(aList(many(3)));
    await press(page, 'j');
    expect(current(page)).toBe('#2 Ticket number 2');
    await press(page, '1');
    const call = page.call('PATCH', '/api/tickets/2');
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ category: 'billing' }, '"3"']);
    call.flush(aTicket(2, { version: 4 }));
    await page.settle();
    expect(titles(page)).toEqual(['#1 Ticket number 1', '#3 Ticket number 3']);
    expect(current(page)).toBe('#3 Ticket number 3');

    await press(page, 'z');
    const back = page.call('PATCH', '/api/tickets/2');
    expect([back.request.body, back.request.headers.get('If-Match')]).toEqual([{ category: 'general' }, '"4"']);
    back.flush(aTicket(2, { category: 'general', version: 5 }));
    await page.settle();
    await page.answer('GET', URL, aList([aSuspect(1), aSuspect(2, { version: 5 }), aSuspect(3)]));
    expect(current(page)).toBe('#2 Ticket number 2');
  });

  it('decides anew about what Z took back against the version that it has by then, before the list is read again', async () => {
    const page = await open(aList(many(2)));
    await press(page, '1');
    await page.answer('PATCH', '/api/tickets/1', aTicket(1, { version: 4 }));
    await press(page, 'z');
    await page.answer('PATCH', '/api/tickets/1', aTicket(1, { category: 'general', version: 5 }));
    await press(page, '2');
    expect(page.call('PUT', `${URL}/1/kept`).request.headers.get('If-Match')).toBe('"5"');
  });

  it('says once that it is undone, where Z came before the answer', async () => {
    const page = await open(aList(many(2)));
    await press(page, '1');
    await press(page, 'z');
    page.http.expectOne({ method: 'PATCH', url: '/api/tickets/1' }).flush(aTicket(1, { version: 4 }));
    await page.settle();
    expect(page.texts('desk-snack-message')).toEqual([]);
    await page.answer('PATCH', '/api/tickets/1', aTicket(1, { category: 'general', version: 5 }));
    expect(page.text('desk-snack-message')).toContain('Undone. Ticket #1 is back where it was');
  });

  it('keeps the chosen one by 2, and takes that back by Z', async () => {
    const page = await open(aList(many(2)));
    await press(page, '2');
    const call = await page.answer('PUT', `${URL}/1/kept`, null);
    expect(call.request.headers.get('If-Match')).toBe('"3"');
    expect(titles(page)).toEqual(['#2 Ticket number 2']);
    await press(page, 'z');
    await page.answer('DELETE', `${URL}/1/kept`, null);
    await page.answer('GET', URL, aList(many(2)));
    expect(current(page)).toBe('#1 Ticket number 1');
  });

  it('shows a ticket that Z takes back at once where it was, for the keys too, though an answer came without it', async () => {
    const page = await open(aList(many(3)));
    await press(page, 'j');
    await press(page, '2');
    await page.answer('PUT', `${URL}/2/kept`, null);
    // What could not be kept is read again, by when the other one has been.
    await press(page, '2');
    await page.refuse('PUT', `${URL}/3/kept`, 503, 'database_unavailable', 'The database is away.');
    await page.answer('GET', URL, aList([aSuspect(1), aSuspect(3)]));

    await press(page, 'z');
    await page.answer('DELETE', `${URL}/2/kept`, null);
    expect(titles(page)).toEqual(['#1 Ticket number 1', '#2 Ticket number 2', '#3 Ticket number 3']);
    expect(current(page)).toBe('#2 Ticket number 2');
    expect(page.texts('desk-list-changes button')).toEqual([]);
    await page.answer('GET', URL, aList(many(3)));
    await press(page, '2');
    await page.answer('PUT', `${URL}/2/kept`, null);
  });

  it('shows the one taken back where all in sight were decided and others have come', async () => {
    const page = await open(aList(many(1)));
    await press(page, '2');
    await page.refuse('PUT', `${URL}/1/kept`, 503, 'database_unavailable', 'The database is away.');
    await press(page, '2');
    await page.answer('PUT', `${URL}/1/kept`, null);
    await page.answer('GET', URL, aList([aSuspect(8), aSuspect(9)]));
    expect(titles(page)).toEqual(['#8 Ticket number 8', '#9 Ticket number 9']);

    await press(page, 'z');
    await page.answer('DELETE', `${URL}/1/kept`, null);
    expect(current(page)).toBe('#1 Ticket number 1');
    await page.answer('GET', URL, aList([aSuspect(8), aSuspect(1), aSuspect(9)]));
    expect(current(page)).toBe('#1 Ticket number 1');
  });

  it('is worked off by pointer too', async () => {
    const page = await open(aList(many(2)));
    await page.click('Keep ticket #2 in General');
    await page.answer('PUT', `${URL}/2/kept`, null);
    await page.click('Move ticket #1 to Billing 1');
    await page.answer('PATCH', '/api/tickets/1', aTicket(1, { version: 4 }));
    expect(page.text('desk-empty-state h2')).toBe('No ticket looks filed wrongly');
  });

  it('lets any other category be chosen', async () => {
    const page = await open(aList([aSuspect(7)]));
    await page.choose('Category: General', 'Technical 2');
    expect(page.call('PATCH', '/api/tickets/7').request.body).toEqual({ category: 'technical' });
  });

  it('lists a ticket again that somebody else changed first', async () => {
    const page = await open(aList(many(2)));
    await press(page, '1');
    await page.refuse('PATCH', '/api/tickets/1', 412, 'stale_version', 'Someone was faster.');
    await page.answer('GET', URL, aList(many(2)));
    expect(page.text('desk-snack-message')).toContain('Ticket #1 was not moved. Someone was faster.');
    expect(titles(page)).toHaveLength(2);
  });

  it('says when the desk has too few decided tickets to look at', async () => {
    const page = await open(aList([], { judged: 0, measured: false, found_at: null }));
    expect(page.text('desk-empty-state p')).toContain('once people have decided about 20 tickets');
  });

  it('offers another try when the list did not come', async () => {
    const page = await AdminTestPage.open('/admin/quality/suspects');
    await page.refuse('GET', URL, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-error-state')).toContain('The tickets could not be loaded');
  });
});
