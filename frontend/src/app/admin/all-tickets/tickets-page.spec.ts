import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Ticket } from '../../api/model';
import { TicketStore, asRead } from '../../api/ticket-store';
import { AdminTestPage } from '../testing/admin-page';
import { aRun } from '../../tickets/testing/runs';
import { aTicket } from '../testing/desk';

const BULK = '/api/admin/tickets/bulk';
const TICKETS = [aTicket(3), aTicket(2, { priority: 'critical', assignee: 2 }), aTicket(1)];

function aPage(results: Ticket[], count = 4210): object {
  return { results, count, count_exact: true, next_cursor: null };
}

async function open(url = '/admin/tickets'): Promise<AdminTestPage> {
  const page = await AdminTestPage.open(url);
  page.http.match((call) => call.url === BULK).forEach((call) => call.flush({ results: [] }));
  await page.answer('GET', '/api/tickets', aPage(TICKETS));
  return page;
}

describe('the tickets of the admin section', () => {
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('asks for what the address says and writes a filter into it', async () => {
    const page = await AdminTestPage.open(
      '/admin/tickets?status=open,nonsense&assignee=me,2&sort=oldest&search=refund',
    );
    const call = await page.answer('GET', '/api/tickets', aPage(TICKETS, 3));
    expect(call.request.params.toString()).toBe(
      'status=open&assignee=me&assignee=2&search=refund&sort=oldest&limit=50',
    );

    expect(page.control('Export as CSV').getAttribute('href')).toBe(
      '/api/tickets.csv?status=open&assignee=me&assignee=2&search=refund&sort=oldest',
    );

    await page.choose('Filter by Priority', 'Critical');
    expect(page.router.url).toContain('priority=critical');
    expect(page.text('desk-page-head .detail')).toBe('3 tickets');
  });

  it('orders by what a person chooses', async () => {
    const page = await open();
    await page.choose('Order: Newest first', 'Least recently changed first');

    expect(page.router.url).toBe('/admin/tickets?sort=least_recently_changed');
    expect(page.call('GET', '/api/tickets').request.params.get('sort')).toBe('least_recently_changed');
  });

  it('changes all that match: how many is told first, and the run is followed', async () => {
    const page = await open('/admin/tickets?status=open&assignee=2,none&triage=pending');
    await page.click('Select all that are shown');
    expect(page.text('desk-selection-bar [role=status]')).toBe('3 tickets selected');
    await page.click('Select all 4,210 that match');
    await page.click('Change');
    page.http.expectNone(`${BULK}/preview`);

    await page.select('Status', 'Resolved');
    const selection = { filter: { status: ['open'], assignee: ['none', 2], triage: 'pending' } };
    const action = { kind: 'change', changes: { status: 'resolved' } };
    const preview = await page.answer('POST', `${BULK}/preview`, { count: 4211 });
    expect(preview.request.body).toEqual({ selection, action });
    expect(page.text('desk-bulk-dialog [role=status]')).toBe('4,211 tickets will be changed.');

    await page.click('Change 4,211 tickets');
    const start = await page.answer('POST', BULK, aRun());
    expect(start.request.body).toEqual({ selection, action, expected_count: 4211 });
    expect(page.text('desk-bulk-run-card')).toContain('Changing 4,210 tickets Status to Resolved');
    expect(page.texts('desk-selection-bar')).toEqual([]);
  });

  it('deletes only those that are ticked', async () => {
    const page = await open();
    await page.click('Select #2');
    await page.click('Delete');
    const preview = await page.answer('POST', `${BULK}/preview`, { count: 1 });
    expect(preview.request.body).toEqual({ selection: { ids: [2] }, action: { kind: 'delete' } });
    await page.click('Delete 1 ticket');

    expect(page.call('POST', BULK).request.body).toMatchObject({ selection: { ids: [2] }, expected_count: 1 });
  });

  it('keeps the dialog and counts again when the API refuses the start', async () => {
    const page = await open();
    await page.click('Select #2');
    await page.click('Delete');
    await page.answer('POST', `${BULK}/preview`, { count: 1 });
    await page.click('Delete 1 ticket');
    await page.refuse('POST', BULK, 409, 'conflict', 'There are by far more tickets than you were told.');
    await page.answer('POST', `${BULK}/preview`, { count: 80 });

    expect(page.text('desk-bulk-dialog desk-failure-banner')).toContain('Nothing was done. There are by far more');
    expect(page.text('desk-bulk-dialog [role=status]')).toBe(
      '80 tickets will be deleted: they leave every list and every figure.',
    );
  });

  it('starts the selection anew with another filter', async () => {
    const page = await open();
    await page.click('Select #2');
    await page.choose('Filter by Priority', 'Critical');

    expect(page.texts('desk-selection-bar')).toEqual([]);
  });

  it('edits every field against the version that was seen', async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    await page.write('Title', 'Another title');
    await page.select('Assignee', 'Unassigned');
    await page.click('Save');
    const call = await page.answer('PATCH', '/api/admin/tickets/2', aTicket(2, { title: 'Another title', version: 2 }));

    expect(call.request.body).toEqual({ title: 'Another title', assignee: null });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    expect(page.texts('mat-row .title')[1]).toBe('Another title');
  });

  it('keeps what was typed when somebody was faster, and lets the person choose', async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    await page.write('Title', 'Mine');
    await page.click('Save');
    await page.refuse('PATCH', '/api/admin/tickets/2', 412, 'stale_version', 'The ticket has changed.');
    const theirs = aTicket(2, { title: 'Theirs', status: 'closed', priority: 'critical', assignee: 2, version: 2 });
    await page.answer('GET', '/api/tickets/2', theirs);

    expect(page.text('desk-ticket-dialog desk-banner')).toContain('This ticket was changed in the meantime.');
    expect(page.texts('desk-ticket-dialog li span')[0]).toBe('The title is now Theirs');
    expect(document.querySelector<HTMLInputElement>('desk-ticket-dialog input')?.value).toBe('Mine');
    await page.click('Save');
    const call = page.call('PATCH', '/api/admin/tickets/2');
    expect(call.request.body).toEqual({ title: 'Mine' });
    expect(call.request.headers.get('If-Match')).toBe('"2"');
  });

  it('is told at once what somebody else changes while it is edited, field by field', async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    await page.write('Title', 'Mine');
    const theirs = { title: 'Theirs', priority: 'critical', version: 2 } as const;
    TestBed.inject(TicketStore).tell(asRead(aTicket(2, theirs)));
    await page.settle();
    expect(page.texts('desk-ticket-dialog li > span')).toEqual(['The title is now Theirs']);
    expect(document.querySelector<HTMLInputElement>('desk-ticket-dialog input')?.value).toBe('Mine');

    // What is open stays open while more is changed.
    TestBed.inject(TicketStore).tell(asRead(aTicket(2, { ...theirs, status: 'closed', version: 3 })));
    await page.settle();
    expect(page.texts('desk-ticket-dialog li > span')).toEqual(['The title is now Theirs']);
    await page.click('Save');
    const call = page.call('PATCH', '/api/admin/tickets/2');
    expect(call.request.body).toEqual({ title: 'Mine' });
    expect(call.request.headers.get('If-Match')).toBe('"3"');
  });

  it('leads to what somebody else chose when that is left so, whatever the field', async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    const FIELDS = ['Title', 'Description', 'Status', 'Category', 'Priority', 'Assignee'];
    for (const field of FIELDS.slice(0, 2)) await page.write(field, 'Mine');
    const mine = ['Resolved', 'Technical', 'Low', 'Unassigned'];
    for (const [at, value] of mine.entries()) await page.select(FIELDS[2 + at]!, value);
    const theirs = { title: 'Theirs', description: 'Theirs', status: 'closed', category: 'general' } as const;
    TestBed.inject(TicketStore).tell(asRead(aTicket(2, { ...theirs, priority: 'high', assignee: 1, version: 2 })));
    await page.settle();
    const led = [];
    for (let left = FIELDS.length; left > 0; left--) {
      await page.click('Leave it so');
      const field = document.activeElement?.closest('desk-text-field, desk-value-select');
      led.push(field?.querySelector('.field-label')?.textContent.trim());
    }
    expect(led.sort()).toEqual([...FIELDS].sort());
  });

  it("asks nobody where nothing was changed, and calls nobody else's change its own", async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    TestBed.inject(TicketStore).tell(asRead(aTicket(2, { title: 'Theirs', version: 2 })));
    await page.settle();
    await page.click('Save');

    page.http.expectNone('/api/admin/tickets/2');
    expect(page.dialogs()).toBe(0);
    expect(page.texts('desk-snack-message')).toEqual([]);
  });

  it('saves both changes when they touch different fields', async () => {
    const page = await open();
    await page.choose('Actions for #2', 'Edit');
    await page.write('Title', 'Mine');
    await page.click('Save');
    await page.refuse('PATCH', '/api/admin/tickets/2', 412, 'stale_version', 'The ticket has changed.');
    await page.answer(
      'GET',
      '/api/tickets/2',
      aTicket(2, { status: 'closed', priority: 'critical', assignee: 2, version: 5 }),
    );

    const call = page.call('PATCH', '/api/admin/tickets/2');
    expect(call.request.body).toEqual({ title: 'Mine' });
    expect(call.request.headers.get('If-Match')).toBe('"5"');
  });

  it('deletes one after a question that names it', async () => {
    const page = await open();
    await page.choose('Actions for #3', 'Delete');
    expect(page.text('desk-confirm-dialog')).toContain('“Ticket number 3” leaves every list');
    await page.click('Delete');
    const call = await page.answer('DELETE', '/api/admin/tickets/3', null);

    expect(call.request.headers.get('If-Match')).toBe('"1"');
    expect(page.texts('mat-row .title')).toEqual(['Ticket number 2', 'Ticket number 1']);
  });

  it('follows what became of a ticket elsewhere', async () => {
    const page = await open();
    const store = TestBed.inject(TicketStore);
    store.tell({ kind: 'written', ticket: aTicket(2, { title: 'Written elsewhere', version: 2 }) });
    store.tell({ kind: 'gone', id: 3 });
    await page.settle();

    expect(page.texts('mat-row .title')).toEqual(['Written elsewhere', 'Ticket number 1']);
    expect(page.text('desk-page-head .detail')).toBe('4,209 tickets');
  });

  it('tells everybody what it deleted', async () => {
    const page = await open();
    const store = TestBed.inject(TicketStore);
    await page.choose('Actions for #3', 'Delete');
    await page.click('Delete');
    await page.answer('DELETE', '/api/admin/tickets/3', null);

    expect(store.isGone(3)).toBe(true);
  });

  it('names the filters as the reason when nothing matches', async () => {
    const page = await AdminTestPage.open('/admin/tickets?search=zzz');
    await page.answer('GET', '/api/tickets', aPage([], 0));

    expect(page.text('desk-empty-state h2')).toBe('No ticket matches the filters');
    await page.click('Clear filters');
    expect(page.router.url).toBe('/admin/tickets');
  });
});
