import type { ContactList } from '../../api/model';
import { NewTicketPage, TITLE, saved, ticket } from '../new-ticket/testing/new-ticket-page';
import { FIND_MS } from '../../kit/forms/found-by-typing';

const ANNA = { id: 12, name: 'Anna Berg', addresses: ['office@northwind.example', 'anna@northwind.example'] };
const FOUND = { results: [{ ...ANNA, organisation: { id: 4, name: 'Northwind' } }], next_cursor: null } as ContactList;
const NOBODY: ContactList = { results: [], next_cursor: null };

describe('the requester of a new ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
  });

  afterEach(() => page.leave());

  const box = () => document.querySelector<HTMLInputElement>('desk-requester-field input')!;
  const options = () => page.texts('mat-option').map((text) => text.replace(/\s+/g, ' '));
  const asks = (words: string) =>
    page.http.expectOne((one) => one.url === '/api/contacts' && one.params.get('search') === words);
  const type = async (text: string, answer: ContactList | null = null) => {
    box().focus();
    box().value = text;
    box().dispatchEvent(new Event('input'));
    await page.pass(FIND_MS);
    await page.settle();
    if (answer === null) return;
    page.http
      .match(({ url }) => url === '/api/contacts')
      .at(-1)
      ?.flush(answer);
    await page.settle();
  };
  const pick = async (place: number) => {
    document.querySelectorAll<HTMLElement>('mat-option')[place]!.click();
    await page.settle();
  };
  const create = async () => {
    await page.write();
    await page.choose('Category', 'Billing');
    await page.choose('Priority', 'High');
    await page.press('Create ticket');
  };

  it('may be nobody', async () => {
    await page.open();
    await create();
    expect(page.created().request.body).toEqual(ticket({}));
  });

  it('is found by a part of a name or of any address, and sent by id', async () => {
    await page.open();
    await type('anna@north');
    asks('anna@north').flush(FOUND);
    await page.settle();
    expect(options()).toEqual(['Anna Berg · Northwindanna@northwind.example']);
    await pick(0);
    expect(box().value).toBe('Anna Berg <anna@northwind.example>');
    await create();
    const call = page.created();
    expect(call.request.body).toEqual(ticket({ requester: { id: 12 } }));
    call.flush(saved());
    await page.settle();
  });

  it('is not asked for while it is being typed, nor where nothing is written', async () => {
    await page.open();
    box().value = 'an';
    box().dispatchEvent(new Event('input'));
    await page.pass(FIND_MS - 50);
    await type('anna');
    asks('anna').flush(NOBODY);
    await type(' ');
    page.http.expectNone('/api/contacts');
  });

  it('is offered as somebody new once nobody has the address', async () => {
    await page.open();
    await type('Anna Berg <anna@new.example>');
    expect(options()).toEqual([]);
    asks('anna@new.example').flush(NOBODY);
    await page.settle();
    expect(options()).toEqual(['New contact: Anna Berg, anna@new.example']);
    await pick(0);
    await create();
    expect(page.created().request.body).toEqual(
      ticket({ requester: { name: 'Anna Berg', address: 'anna@new.example' } }),
    );
  });

  it('who is known by the address is not offered as somebody new', async () => {
    await page.open();
    await type('ANNA@northwind.example', FOUND);
    expect(options()).toEqual(['Anna Berg · Northwindanna@northwind.example']);
  });

  it('can be written without being found', async () => {
    await page.open();
    await type('anna@new.example');
    page.refuse(asks('anna@new.example'), 503, { code: 'database_timeout' });
    await page.settle();
    await create();
    expect(page.created().request.body).toEqual(ticket({ requester: { address: 'anna@new.example' } }));
  });

  it('is more than a name', async () => {
    await page.open();
    await type('Anna', NOBODY);
    await create();
    page.http.expectNone('/api/tickets');
    expect(await page.errors()).toEqual(['Choose somebody from the list, or add an e-mail address.']);
  });

  it('says what the API has against it', async () => {
    await page.open();
    await type('anna@new..example', NOBODY);
    await create();
    const message = 'Address must be an e-mail address, like anna@example.com.';
    const errors = [{ field: 'requester.address', code: 'not_an_address', message }];
    page.refuse(page.created(), 400, { code: 'validation_failed', detail: message, errors });
    await page.settle();
    expect(await page.errors()).toEqual([message]);
    expect(await page.typed('Title')).toBe(TITLE);
  });

  it('is in the draft, and goes with it', async () => {
    await page.open();
    await type('anna', FOUND);
    await pick(0);
    await page.key({ key: 'Escape' });
    await page.open();
    expect(box().value).toBe('Anna Berg <anna@northwind.example>');
    await page.press('Discard');
    expect(box().value).toBe('');
    expect(localStorage).toHaveLength(0);
  });
});
