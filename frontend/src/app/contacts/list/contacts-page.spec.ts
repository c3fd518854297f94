import { AccountPage } from '../../account/testing/account-page';
import { aProblem } from '../../core/testing/fakes';
import { CONTACTS_ROUTES } from '../contacts.routes';

const URL = '/api/contacts';
const RUTH = {
  id: 12,
  name: 'Ruth Adler',
  addresses: ['ruth@brandt.example'],
  organisation: { id: 3, name: 'Brandt' },
};

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

  it('says why it did not come', async () => {
    await page.open('/contacts');
    await page.refuse(listCall(), aProblem(500, 'internal_error'));

    expect(page.text('[role="alert"]')).toContain('The contacts could not be loaded');
  });

  function listCall() {
    return page.http.expectOne(({ url }) => url === URL);
  }
});
