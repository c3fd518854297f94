import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { CannedAnswer } from '../../../api/canned-answers-api';
import { created } from '../../testing/events';
import { typeInEditor, withPlaces } from '../../testing/editor';
import { eventEntry } from '../../testing/messages';
import { aPage, aTicket, tickets } from '../../testing/tickets';
import { TicketsPage } from '../../testing/tickets-page';
import { TYPING_MS } from './canned-menu';

const MENU = 'desk-canned-menu .menu';

describe('a slash where a message is written', () => {
  let page: TicketsPage;
  beforeEach(async () => {
    localStorage.clear();
    withPlaces();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    const requester = { id: 7, name: 'Ruth Adler', address: 'ruth@example.com', organisation: null };
    await page.answer(page.ticketCall(2), { ...aTicket(2), requester } as never);
    await page.answerTimeline(2, [eventEntry(created('billing', null))]);
    await page.press('r');
    await ready(page);
  });

  it('offers canned answers, filled in, those first that are called so', async () => {
    await type('Hello, /inv');
    expect(search().request.params.get('search')).toBe('inv');
    await answer([
      canned(1, 'Refund', 'The invoice.'),
      canned(2, 'Invoices', 'Hello {{customer.name}},\n\nsee #{{ticket.id}}.'),
    ]);
    expect(names()).toEqual(['Invoices', 'Refund']);
    expect(page.text(`${MENU} .current .line`)).toBe('Hello Ruth Adler, see #2.');
  });

  it('puts the one that is chosen in its place, and counts it', async () => {
    await type('/inv');
    await answer([canned(1, 'Invoices A', 'One.'), canned(2, 'Invoices B', 'Hello {{customer.name}}, {{agent.name}}')]);
    await press('ArrowUp');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(page.text('desk-canned-menu [role="status"]')).toBe('2 canned answers. Arrows choose, Enter inserts.');
    const meant = document.getElementById(area().getAttribute('aria-activedescendant') ?? '');
    expect([meant?.role, meant?.ariaSelected, meant?.querySelector('.name')?.textContent]).toEqual([
      ...['option', 'true', 'Invoices B'],
    ]);
    expect(document.getElementById(area().getAttribute('aria-controls') ?? '')?.role).toBe('listbox');
    await press('Enter');
    expect(area().textContent).toBe('Hello Ruth Adler, Priya Nair');
    expect(document.querySelector(MENU)).toBeNull();
    page.http.expectOne({ method: 'POST', url: '/api/canned-answers/2/uses' }).flush(null);
  });

  it('shows what the ticket gets with it, which can be left out and is sent with the message', async () => {
    const steps = { status: 'resolved', priority: 'low', assignee: null } as const;
    await type('/inv');
    await answer([{ ...canned(1, 'Invoices', 'One.'), steps }]);
    await press('Enter');
    expect(chips()).toEqual(['status Resolved', 'priority Low', 'assignee Unassigned']);
    expect(page.text('desk-step-chips [role="status"]')).toBe(
      'Sending sets status to Resolved, priority to Low, assignee to Unassigned',
    );
    document.querySelector<HTMLElement>('[aria-label="Leave the priority as it is"]')?.click();
    await page.settle();
    expect(chips()).toEqual(['status Resolved', 'assignee Unassigned']);

    area().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    );
    await page.settle();
    const { body } = page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' }).request;
    expect(body).toMatchObject({ text: 'One.', status: 'resolved', assignee: null });
    expect(body).not.toHaveProperty('priority');
  });

  describe('of an answer with files', () => {
    const FILES = [
      { id: 'a0000000-0000-4000-8000-000000000001', name: 'Terms.pdf', type: 'application/pdf', size: 48_213 },
      { id: 'a0000000-0000-4000-8000-000000000002', name: 'Prices.csv', type: 'text/csv', size: 12 },
    ];
    const COPIES = FILES.map((file) => ({ ...file, id: file.id.replace('a', 'c') }));

    beforeEach(async () => {
      await type('/inv');
      await answer([
        { ...canned(1, 'Invoices', 'See there.'), attachments: FILES },
        canned(2, 'Invoices without', 'None.'),
      ]);
      expect(Array.from(document.querySelectorAll(`${MENU} button`), (one) => text(one, '.files .sr'))).toEqual([
        ...['2 files', undefined],
      ]);
      await press('Enter');
    });

    it('brings copies of them along, and waits for them', async () => {
      expect(files()).toEqual(['Terms.pdf Being copied, 47 kB', 'Prices.csv Being copied, 12 B']);
      expect(page.text('desk-composer-box .saved')).toBe('Sends once the files are here');
      await page.click('Send');
      page.http.expectNone({ method: 'POST', url: '/api/tickets/2/messages' });
      await copied();
      expect(files()).toEqual(['Terms.pdf 47 kB', 'Prices.csv 12 B']);
      await page.click('Send');
      expect(page.http.expectOne({ method: 'POST', url: '/api/tickets/2/messages' }).request.body).toMatchObject({
        ...{ text: 'See there.', attachments: COPIES.map(({ id }) => id) },
      });
    });

    it('says why they are not copied, and tries all of them again at once', async () => {
      await page.refuse(copies(), 503, 'attachment_storage_unavailable', 'Files cannot be kept.');
      expect(files()).toEqual(['Terms.pdf Files cannot be kept.', 'Prices.csv Files cannot be kept.']);
      expect(page.text('desk-composer-box .saved')).toBe('A file is not attached');
      await page.click('Try again to attach Prices.csv');
      await copied();
      expect(files()).toEqual(['Terms.pdf 47 kB', 'Prices.csv 12 B']);
    });

    it('lets go of one that is taken out meanwhile, and of its copy', async () => {
      await page.click('Remove Terms.pdf');
      await copied();
      expect(files()).toEqual(['Prices.csv 12 B']);
      page.http.expectOne({ method: 'DELETE', url: `/api/attachments/${COPIES[0]?.id ?? ''}` }).flush(null);
    });

    it('copies them on while the ticket is left, for its message and no other', async () => {
      await TestBed.inject(Router).navigateByUrl('/tickets/1');
      await page.settle();
      await copied();
      expect(files()).toEqual([]);
      await TestBed.inject(Router).navigateByUrl('/tickets/2');
      await page.settle();
      await page.press('r');
      await ready(page);
      expect(files()).toEqual(['Terms.pdf 47 kB', 'Prices.csv 12 B']);
    });

    const text = (within: Element, part: string) => within.querySelector(part)?.textContent.trim();
    const files = () =>
      Array.from(document.querySelectorAll('desk-attaching li'), (chip) =>
        ['.name', '.size'].map((part) => text(chip, part)).join(' '),
      );
    const copies = () => page.http.expectOne({ method: 'POST', url: '/api/canned-answers/1/copies' });

    async function copied(): Promise<void> {
      copies().flush({ results: COPIES });
      await page.settle();
    }
  });

  it('counts one once for each message', async () => {
    for (const before of ['', ' ']) {
      await type(`${before}/inv`);
      await answer([canned(1, 'Invoices', 'One.')]);
      await press('Enter');
    }
    expect(page.http.match('/api/canned-answers/1/uses')).toHaveLength(1);
  });

  it('leaves what is around it as it is', async () => {
    await type('Hello,\n\n/inv');
    await answer([canned(1, 'Invoices', 'See **there**.')]);
    document.querySelector<HTMLElement>(`${MENU} button`)?.click();
    await page.settle();
    expect(area().innerHTML).toBe('<p>Hello,</p><p>See <strong>there</strong>.</p>');
  });

  it('leaves Enter to the field until the word as it is now is answered', async () => {
    await type('/inv');
    await answer([canned(1, 'Invoices', 'One.')]);
    const key = { inputType: 'insertText', data: 'x', bubbles: true, cancelable: true };
    for (const step of ['beforeinput', 'input']) area().dispatchEvent(new InputEvent(step, key));
    await page.settle();
    expect(names()).toEqual(['Invoices']);
    expect(document.querySelector(`${MENU} .current`)).toBeNull();
    await press('Enter');
    expect(area().innerHTML).toContain('<p>/invx</p><p>');
  });

  it('stays as it is with Escape, and the box stays open', async () => {
    await type('/inv');
    await answer([canned(1, 'Invoices', 'One.')]);
    await press('Escape');
    expect(document.querySelector(MENU)).toBeNull();
    expect(area().textContent).toBe('/inv');
  });

  it('is a slash like any other where nothing is found', async () => {
    await type('/home');
    await answer([]);
    expect(document.querySelector(MENU)).toBeNull();
    await press('Enter');
    expect(area().innerHTML).toContain('<p>/home</p><p>');
  });

  it('is opened by a button too, at the caret', async () => {
    typeInEditor('Hello,');
    await page.settle();
    await page.click('Insert a canned answer');
    expect(area().textContent).toBe('Hello, /');
    expect(document.activeElement).toBe(area());
    await afterTyping();
    await answer([canned(1, 'Invoices', 'One.')]);
    expect(names()).toEqual(['Invoices']);

    await press('Escape');
    await page.click('Insert a canned answer');
    expect(area().textContent).toBe('Hello, /');
    expect(names()).toEqual(['Invoices']);
    await press('Enter');
    expect(area().textContent).toBe('Hello, One.');
  });

  it('is not asked about within a word', async () => {
    await type('and/or');
    page.http.expectNone(({ url }) => url === '/api/canned-answers');
  });

  const area = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('desk-composer-box [role=textbox]');
    if (!found) throw new Error('There is nothing to write in');
    return found;
  };
  const chips = () =>
    Array.from(document.querySelectorAll('desk-step-chips .chip'), (chip) =>
      ['.kind', 'desk-value-tag'].map((part) => chip.querySelector(part)?.textContent.trim()).join(' '),
    );
  const names = () => Array.from(document.querySelectorAll(`${MENU} .name`), (name) => name.textContent);

  /** The newest question. */
  let asked: TestRequest | undefined;
  function search(): TestRequest {
    if (!asked) throw new Error('Nobody asked for canned answers');
    return asked;
  }

  async function type(text: string): Promise<void> {
    typeInEditor(text);
    area().dispatchEvent(new Event('input', { bubbles: true }));
    await afterTyping();
  }

  async function afterTyping(): Promise<void> {
    await page.settle();
    await new Promise((resolve) => setTimeout(resolve, TYPING_MS + 30));
    await page.settle();
    asked = page.http.match(({ url }) => url === '/api/canned-answers').at(-1);
  }

  async function answer(results: readonly CannedAnswer[]): Promise<void> {
    search().flush({ results, next_cursor: null });
    await page.settle();
  }

  async function press(key: string): Promise<void> {
    area().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await page.settle();
  }
});

function canned(id: number, name: string, text: string): CannedAnswer {
  return {
    id,
    name,
    text,
    team: true,
    steps: {},
    attachments: [],
    uses: 0,
    version: 1,
    created_at: '',
    updated_at: '',
  };
}

/** What it takes to write comes when it is wanted. */
async function ready(page: TicketsPage): Promise<void> {
  const isThere = () => document.querySelector('desk-composer-box [role=textbox]') !== null;
  for (let turn = 0; turn < 200 && !isThere(); turn++) await page.settle();
}
