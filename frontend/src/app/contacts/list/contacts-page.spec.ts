import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { AccountPage } from '../../account/testing/account-page';
import { Live } from '../../api/live/live';
import { GATHER_MS } from '../../api/live/told';
import { aProblem } from '../../core/testing/fakes';
import { CONTACTS_ROUTES } from '../contacts.routes';

const URL = '/api/contacts';
const RUTH = {
  id: 12,
  name: 'Ruth Adler',
  addresses: ['ruth@brandt.example'],
  organisation: { id: 3, name: 'Brandt' },
};

const ADA = { ...RUTH, id: 13, name: 'Ada' };

describe('the list of contacts', () => {
  let page: AccountPage;

  beforeEach(() => (page = new AccountPage([{ path: 'contacts', children: CONTACTS_ROUTES }])));
  afterEach(() => page.leave());

  it('names them with their addresses, each a way to the contact', async () => {
    await page.open('/contacts');
    await page.answer(listCall(), { results: [RUTH], next_cursor: null });

    expect(page.text('li a')).toBe('Ruth Adlerruth@brandt.exampleBrandt');
    expect(document.querySelector('li a')?.getAttribute('href')).toBe('/contacts/12');
  });

  it('finds by what the address says, and leads out where nobody is found', async () => {
    await page.open('/contacts?search=ada');
    const call = listCall();
    expect(call.request.params.get('search')).toBe('ada');
    await page.answer(call, { results: [], next_cursor: null });
    expect(page.text('desk-empty-state')).toContain('Nobody has this name or address');

    await page.click('Show all contacts');
    expect(page.address).toBe('/contacts');
    expect(listCall().request.params.has('search')).toBe(false);
  });

  it('follows what others do to them: names in their rows, newcomers when they are wanted', async () => {
    await page.open('/contacts');
    await page.answer(listCall(), { results: [RUTH, ADA], next_cursor: null });
    jest.useFakeTimers();
    TestBed.inject(Live).hear({ kind: 'contacts.changed' });
    await jest.advanceTimersByTimeAsync(GATHER_MS);
    jest.useRealTimers();
    const now = {
      results: [
        { ...RUTH, id: 14, name: 'Zoe' },
        { ...RUTH, name: 'Ruth A.' },
      ],
      next_cursor: null,
    };
    await page.answer(listCall(), now);
    expect(page.texts('li .name')).toEqual(['Ruth A.', 'Ada']);
    expect(page.texts('li.has-left .name')).toEqual(['Ada']);

    await page.click('Refresh: 1 new, 1 gone');
    await page.answer(listCall(), now);
    expect(page.texts('li .name')).toEqual(['Zoe', 'Ruth A.']);
  });

  it('says why it did not come', async () => {
    await page.open('/contacts');
    await page.refuse(listCall(), aProblem(500, 'internal_error'));

    expect(page.text('[role="alert"]')).toContain('The contacts could not be loaded');
  });

  function listCall() {
    return page.http.expectOne(({ url }) => url === URL);
  }
});
