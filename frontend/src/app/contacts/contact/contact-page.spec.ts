import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { AccountPage } from '../../account/testing/account-page';
import { Live } from '../../api/live/live';
import type { LiveEvent } from '../../api/live/live-event';
import { GATHER_MS } from '../../api/live/told';
import type { Account, Contact, Organisation } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Session } from '../../core/session';
import { SnackMessages } from '../../core/snack-messages';
import { aProblem } from '../../core/testing/fakes';
import { FIND_MS } from '../../kit/forms/found-by-typing';
import { aTicket } from '../../tickets/testing/tickets';
import { CONTACTS_ROUTES } from '../contacts.routes';

const URL = '/api/contacts/12';
const TICKETS = `${URL}/tickets?limit=50`;

function aContact(values: Partial<Contact> = {}): Contact {
  return {
    ...{ id: 12, name: 'Ruth Adler', addresses: ['ruth@brandt.example', 'ruth@home.example'] },
    ...{ organisation: { id: 3, name: 'Brandt' }, organisation_by_hand: false },
    organisation_by_domain: { id: 3, name: 'Brandt', domain: 'brandt.example' },
    ...{ note: 'Call in the morning.', language: 'de', time_zone: null, merged: [], erased: false, version: 1 },
    ...{ created_at: '2026-04-20T09:22:31.120Z', updated_at: '2026-04-20T09:22:31.120Z' },
    ...values,
  };
}

const HALDEN: Partial<Contact> = { organisation: { id: 7, name: 'Halden' }, organisation_by_hand: true };

function anOrganisation(id: number, name: string): Organisation {
  return {
    ...{ id, name, note: '', domains: ['halden.example'], version: 1 },
    ...{ created_at: '2026-04-20T09:22:31.120Z', updated_at: '2026-04-20T09:22:31.120Z' },
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
    expect(page.texts('dd')).toEqual(['Brandt, by its domain brandt.example', 'de']);
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

  it('belongs to an organisation that is found and chosen, and goes back to the domain', async () => {
    TestBed.inject(Notifications).drawnBy(TestBed.inject(SnackMessages));
    await opened();
    await page.click('Edit');
    expect(page.text('desk-organisation-field mat-hint')).toBe('By its domain brandt.example: Brandt');
    await page.write('Organisation', 'Halden');
    await page.click('Save');
    expect(page.texts('mat-error')).toEqual(['Choose an organisation from the list, or leave the field empty.']);

    await findOrganisations('halden', [anOrganisation(7, 'Halden')]);
    expect(page.texts('mat-option')).toEqual(['Haldenhalden.example']);
    await choose(0);
    expect(page.text('desk-organisation-field mat-hint')).toBe('Chosen by hand');
    await page.click('Save');
    const call = page.http.expectOne({ method: 'PATCH', url: URL });
    expect(call.request.body).toEqual({ organisation: 7 });
    await page.answer(call, aContact({ ...HALDEN, version: 2 }));
    expect(page.texts('dd')[0]).toBe('Halden, chosen by hand');

    await page.click('Edit');
    await page.click('Leave the organisation to the domain');
    expect(page.text('desk-organisation-field mat-hint')).toBe('By its domain brandt.example: Brandt');
    await page.click('Save');
    const back = page.http.expectOne({ method: 'PATCH', url: URL });
    expect(back.request.body).toEqual({ organisation: null });
    await page.answer(back, aContact({ version: 3 }));

    await page.click('Undo');
    const undo = page.http.expectOne({ method: 'PATCH', url: URL });
    expect([undo.request.body, undo.request.headers.get('If-Match')]).toEqual([{ organisation: 7 }, '"3"']);
    await page.answer(undo, aContact({ ...HALDEN, version: 4 }));
    expect(page.texts('dd')[0]).toBe('Halden, chosen by hand');
  });

  it('belongs to a new organisation, which is made once, whatever becomes of the rest', async () => {
    await opened({ organisation: null, organisation_by_domain: null });
    await page.click('Edit');
    expect(page.text('desk-organisation-field mat-hint')).toContain('which no organisation has');
    await findOrganisations('halden', [anOrganisation(7, 'HALDEN')]);
    expect(page.texts('mat-option')).toEqual(['HALDENhalden.example']);
    await findOrganisations('Halden Nord', [anOrganisation(8, 'Halden Nordwest')]);
    expect(page.texts('mat-option')[1]).toBe('New organisation: Halden Nord');
    await choose(1);
    expect(page.text('desk-organisation-field mat-hint')).toBe('New, made when you save');
    await page.click('Save');
    const refused = page.http.expectOne({ method: 'POST', url: '/api/organisations' });
    expect(refused.request.body).toEqual({ name: 'Halden Nord' });
    const errors = [{ field: 'name', code: 'disguised', message: 'Name must not turn letters.' }];
    await page.refuse(refused, aProblem(400, 'validation_failed', { errors }));
    expect(page.texts('desk-organisation-field mat-error')).toEqual(['Name must not turn letters.']);

    await page.click('Save');
    const made = page.http.expectOne({ method: 'POST', url: '/api/organisations' });
    await page.answer(made, anOrganisation(9, 'Halden Nord'));
    await page.refuse(page.http.expectOne({ method: 'PATCH', url: URL }), aProblem(500, 'internal_error'));
    await page.click('Save');
    const call = page.http.expectOne({ method: 'PATCH', url: URL });
    expect(call.request.body).toEqual({ organisation: 9 });
  });

  it('says whom a colleague chose meanwhile, and leaves it so', async () => {
    await opened();
    await page.click('Edit');
    await findOrganisations('halden', [anOrganisation(7, 'Halden')]);
    await choose(0);
    await page.click('Save');
    await page.refuse(page.http.expectOne({ method: 'PATCH', url: URL }), aProblem(412, 'stale_version'));
    const theirs = { organisation: { id: 9, name: 'Nord' }, organisation_by_hand: true };
    await page.answer(page.http.expectOne({ method: 'GET', url: URL }), aContact({ ...theirs, version: 5 }));
    expect(page.text('desk-overtaken-fields')).toContain('The organisation is now Nord');

    await page.click('Leave it so');
    expect(page.box('Organisation').value).toBe('Nord');
  });

  it('takes back only what this person changed, and nothing once somebody else was there', async () => {
    TestBed.inject(Notifications).drawnBy(TestBed.inject(SnackMessages));
    await opened();
    await page.click('Edit');
    await page.write('Note', 'Mine');
    await page.click('Save');
    await page.refuse(page.http.expectOne({ method: 'PATCH', url: URL }), aProblem(412, 'stale_version'));
    const theirs = { name: 'Ruth A.' };
    await page.answer(page.http.expectOne({ method: 'GET', url: URL }), aContact({ ...theirs, version: 5 }));
    const call = page.http.expectOne({ method: 'PATCH', url: URL });
    await page.answer(call, aContact({ ...theirs, note: 'Mine', version: 6 }));

    await page.click('Undo');
    const undo = page.http.expectOne({ method: 'PATCH', url: URL });
    expect(undo.request.body).toEqual({ note: 'Call in the morning.' });
    await page.refuse(undo, aProblem(412, 'stale_version'));
    expect(page.text('mat-snack-bar-container')).toContain('Not undone: Ruth A. was changed again since');
  });

  it('is read again when contacts are told to have changed', async () => {
    await opened();
    jest.useFakeTimers();
    TestBed.inject(Live).hear({ kind: 'contacts.changed' });
    await pass(GATHER_MS);

    page.http.expectOne(URL);
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

  it('lets admins, and them alone, hand out what is kept of them and erase them', async () => {
    await opened();
    expect(document.querySelector('desk-person-menu')).toBeNull();
    TestBed.inject(Session).update({ role: 'admin' } as Account);
    await page.settle();
    await page.click('More about Ruth Adler');
    const link = document.querySelector<HTMLAnchorElement>('a[mat-menu-item][download]');
    expect(link?.getAttribute('href')).toBe(`${URL}/export`);

    await page.click('Erase this person…');
    await page.write('Why', 'They asked for it by letter.');
    await page.click('Erase for good');
    const call = page.http.expectOne({ method: 'POST', url: `${URL}/erasure` });
    expect(call.request.body).toEqual({ reason: 'They asked for it by letter.' });
    await page.answer(call, {});
    await page.answer(page.http.expectOne(URL), aContact({ name: 'Erased person', addresses: [], note: '' }));
    expect(page.text('h1')).toBe('Erased person');
  });

  it('tells admins how far somebody is erased of whom nothing is known any more', async () => {
    TestBed.inject(Session).update({ role: 'admin' } as Account);
    await opened({ name: 'Erased person', addresses: [], note: '' });
    const erasure = { step: 'rest', tickets: 4, messages: 17, mails: 9, mails_in_all: 9 };
    page.http.expectOne(`${URL}/erasure`).flush({ erasure });
    await page.settle();

    expect(page.text('desk-erasure-progress')).toContain('Being erased: what else is known of them goes');
  });

  it('offers nothing of what people do with contacts for somebody who is erased', async () => {
    const merged = [{ id: 31, name: 'Erased person' }];
    await opened({ name: 'Erased person', addresses: [], note: '', merged, erased: true });
    expect(page.text('h1')).toBe('Erased person');
    expect(document.querySelector('.who button')).toBeNull();
    expect(page.text('.who')).not.toContain('Merged into');
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

  function find(words: string, results: readonly Contact[]): Promise<void> {
    return look('/api/contacts', words, results);
  }

  function findOrganisations(words: string, results: readonly Organisation[]): Promise<void> {
    return look('/api/organisations', words, results);
  }

  async function look(where: string, words: string, results: readonly object[]): Promise<void> {
    jest.useFakeTimers();
    const box = document.querySelector<HTMLInputElement>('[role="combobox"]')!;
    box.focus();
    box.value = words;
    box.dispatchEvent(new Event('input'));
    await pass(FIND_MS);
    jest.useRealTimers();
    await page.answer(
      page.http.expectOne(({ url, params }) => url === where && params.get('search') === words),
      { results, next_cursor: null },
    );
  }

  async function choose(place: number): Promise<void> {
    document.querySelectorAll<HTMLElement>('mat-option')[place]!.click();
    await page.settle();
  }

  it.each(['0', '012', '1e3', '-1'])(
    'is nobody at an address that names no number (%s), and asks for none',
    async (id) => {
      await opened();
      await page.navigate(`/contacts/${id}`);
      expect(page.text('desk-empty-state')).toContain('There is no contact of this number');
      page.http.expectNone(({ url }) => url.startsWith('/api/contacts/'));
    },
  );

  async function opened(values: Partial<Contact> = {}): Promise<void> {
    await page.answer(page.http.expectOne(URL), aContact(values));
    await page.answer(page.http.expectOne(TICKETS), { results: [aTicket(2)], next_cursor: null });
    page.http.match('/api/categories');
  }
});
