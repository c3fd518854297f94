import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { AccountPage } from '../../account/testing/account-page';
import { Live } from '../../api/live/live';
import type { LiveEvent } from '../../api/live/live-event';
import { GATHER_MS } from '../../api/live/told';
import type { Account, Contact } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Session } from '../../core/session';
import { SnackMessages } from '../../core/snack-messages';
import { aProblem } from '../../core/testing/fakes';
import { FIND_MS } from '../../tickets/requester/requester-field';
import { aTicket } from '../../tickets/testing/tickets';
import { CONTACTS_ROUTES } from '../contacts.routes';

const URL = '/api/contacts/12';
const TICKETS = `${URL}/tickets?limit=50`;

function aContact(values: Partial<Contact> = {}): Contact {
  return {
    ...{ id: 12, name: 'Ruth Adler', addresses: ['ruth@brandt.example', 'ruth@home.example'] },
    ...{ organisation: { id: 3, name: 'Brandt' }, organisation_by_hand: false },
    ...{ note: 'Call in the morning.', language: 'de', time_zone: null, merged: [], version: 1 },
    ...{ created_at: '2026-04-20T09:22:31.120Z', updated_at: '2026-04-20T09:22:31.120Z' },
    ...values,
  };
}

const R_ADLER = aContact({ id: 31, name: 'R. Adler', addresses: ['r.adler@home.example'] });

describe('one contact', () => {
  let page: AccountPage;

  beforeEach(async () => {
    page = new AccountPage([{ path: 'contacts', children: CONTACTS_ROUTES }]);
    await page.open('/contacts/12');
  });
  afterEach(() => {
    jest.useRealTimers();
    return page.leave();
  });

  it('shows how to reach them, what the desk knows and what they asked', async () => {
    await opened();

    expect(page.text('h1')).toBe('Ruth Adler');
    expect(page.texts('.addresses li')).toEqual(['ruth@brandt.example', 'ruth@home.example']);
    expect(page.texts('dd')).toEqual(['Brandt, by the domain of an address', 'de']);
    expect(page.text('.note')).toBe('Call in the morning.');
    expect(page.texts('desk-similar-list .id')).toEqual(['#2']);
    expect(page.text('.asked')).not.toContain('The newest');
  });

  it('says where they asked more than is shown', async () => {
    await page.answer(page.http.expectOne(URL), aContact());
    await page.answer(page.http.expectOne(TICKETS), { results: [aTicket(2)], next_cursor: 'x' });
    page.http.match('/api/categories');

    expect(page.text('.asked')).toContain('The newest 50 are shown.');
  });

  it('sends what was changed alone, and says by the addresses that one is taken', async () => {
    await opened();
    await page.click('Edit');
    await page.write('E-mail addresses', 'ruth@brandt.example\n\n new@brandt.example ');
    await page.write('Language', '');
    await page.click('Save');
    const call = page.http.expectOne({ method: 'PATCH', url: URL });
    expect(call.request.body).toEqual({ addresses: ['ruth@brandt.example', 'new@brandt.example'], language: null });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    await page.refuse(call, aProblem(409, 'address_taken', { detail: 'Ada has new@brandt.example.' }));
    expect(page.texts('mat-error')).toEqual(['Ada has new@brandt.example.']);

    await page.click('Save');
    await page.answer(page.http.expectOne({ method: 'PATCH', url: URL }), aContact({ name: 'Ruth A.', version: 2 }));
    expect(page.text('h1')).toBe('Ruth A.');
  });

  it('keeps what was typed where a colleague was faster, and lets the person choose', async () => {
    await opened();
    await page.click('Edit');
    await page.write('Note', 'Mine');
    await page.click('Save');
    await page.refuse(page.http.expectOne({ method: 'PATCH', url: URL }), aProblem(412, 'stale_version'));
    await page.answer(page.http.expectOne({ method: 'GET', url: URL }), aContact({ note: 'Theirs', version: 5 }));

    expect(page.text('desk-overtaken-fields')).toContain('The note is now Theirs');
    await page.click('Save');
    const call = page.http.expectOne({ method: 'PATCH', url: URL });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ note: 'Mine' }, '"5"']);
  });

  it('is merged into somebody known, and that is taken back from the message', async () => {
    TestBed.inject(Notifications).drawnBy(TestBed.inject(SnackMessages));
    await opened();
    await page.click('Merge');
    await page.click('Merge');
    expect(page.texts('mat-error')).toEqual(['Choose somebody from the list.']);

    await find('new@home.example', []);
    expect(page.texts('mat-option')).toEqual([]);
    await find('r.adler', [aContact(), R_ADLER]);
    await choose(0);
    await page.click('Merge');
    expect(page.texts('mat-error')).toEqual(['Choose somebody else.']);

    await find('r.adler', [R_ADLER]);
    await choose(0);
    await page.click('Merge');
    const merge = page.http.expectOne({ method: 'POST', url: `${URL}/merge` });
    expect(merge.request.body).toEqual({ into: 31 });
    await page.answer(merge, R_ADLER);
    expect(page.address).toBe('/contacts/31');
    page.http.match(() => true);

    await page.click('Undo');
    await page.answer(page.http.expectOne({ method: 'DELETE', url: `${URL}/merge` }), aContact());
    expect(page.address).toBe('/contacts/12');
  });

  it('takes a merge back', async () => {
    await opened({ merged: [{ id: 31, name: 'R. Adler' }] });
    await page.click('Take back that R. Adler was merged');
    await page.answer(page.http.expectOne({ method: 'DELETE', url: '/api/contacts/31/merge' }), R_ADLER);

    expect(page.address).toBe('/contacts/31');
  });

  it('takes a merge back where the number of who was merged led here', async () => {
    await opened({ id: 40, name: 'Ruth', merged: [{ id: 12, name: 'Ruth Adler' }] });
    expect(page.text('h1')).toBe('Ruth');
    await page.click('Take back that Ruth Adler was merged');
    await page.answer(page.http.expectOne({ method: 'DELETE', url: `${URL}/merge` }), aContact());

    expect(page.text('h1')).toBe('Ruth Adler');
    page.http.expectOne(TICKETS);
  });

  it('tells admins how far somebody is erased of whom nothing is known any more', async () => {
    TestBed.inject(Session).update({ role: 'admin' } as Account);
    await opened({ name: 'Erased person', addresses: [], note: '' });
    const erasure = { step: 'rest', tickets: 4, messages: 17, mails: 9, mails_in_all: 9 };
    page.http.expectOne(`${URL}/erasure`).flush({ erasure });
    await page.settle();

    expect(page.text('desk-erasure-progress')).toContain('Being erased: what else is known of them goes');
  });

  it('reads their tickets again when one is told', async () => {
    await opened();
    jest.useFakeTimers();
    TestBed.inject(Live).hear({ kind: 'ticket.created', id: 7 } as LiveEvent);
    await pass(GATHER_MS);

    page.http.expectOne(TICKETS);
  });

  it('says that there is nobody of this number', async () => {
    await page.refuse(page.http.expectOne(URL), aProblem(404, 'contact_not_found'));

    expect(page.text('desk-empty-state')).toContain('There is no contact of this number');
  });

  /** Real time passes where nobody has to wait for it. */
  async function pass(ms: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  }

  async function find(words: string, results: readonly Contact[]): Promise<void> {
    jest.useFakeTimers();
    const box = document.querySelector<HTMLInputElement>('[role="combobox"]')!;
    box.focus();
    box.value = words;
    box.dispatchEvent(new Event('input'));
    await pass(FIND_MS);
    jest.useRealTimers();
    await page.answer(
      page.http.expectOne(({ url, params }) => url === '/api/contacts' && params.get('search') === words),
      { results, next_cursor: null },
    );
  }

  async function choose(place: number): Promise<void> {
    document.querySelectorAll<HTMLElement>('mat-option')[place]!.click();
    await page.settle();
  }

  async function opened(values: Partial<Contact> = {}): Promise<void> {
    await page.answer(page.http.expectOne(URL), aContact(values));
    await page.answer(page.http.expectOne(TICKETS), { results: [aTicket(2)], next_cursor: null });
    page.http.match('/api/categories');
  }
});
