import { TestBed } from '@angular/core/testing';
import { Live } from '../../api/live/live';
import { AdminTestPage } from '../testing/admin-page';
import { aUser } from '../testing/desk';

const USERS = '/api/admin/users';
const THREE = [aUser(1, { sessions: 2, tokens: 1 }), aUser(2), aUser(3, { last_sign_in_at: null })];

async function open(url = '/admin/users', users = THREE): Promise<AdminTestPage> {
  const page = await AdminTestPage.open(url);
  await page.answer('GET', USERS, { results: users, count: users.length, next_cursor: null });
  return page;
}

describe('the users page', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists people with role, state and last sign-in, and marks the reader', async () => {
    const page = await open();

    expect(page.texts('mat-row .mat-column-person')).toEqual([
      'Priya Nair (you) priya.nair',
      'Jonas Weber jonas.weber',
      'Leo Marchetti leo.marchetti',
    ]);
    expect(page.texts('mat-row .mat-column-state')).toEqual(['Active', 'Active', 'Deactivated']);
    expect(page.texts('mat-row .mat-column-seen')[2]).toContain('never');
    expect(page.text('desk-page-head .detail')).toBe('3 users');
  });

  it('keeps search and filters in the address and asks the API for them', async () => {
    const page = await open('/admin/users?role=admin&state=deactivated&search=leo');
    await page.choose('Filter by Role: Admin', 'Agent');
    const call = await page.answer('GET', USERS, { results: [], count: 0, next_cursor: null });

    expect(page.router.url).toBe('/admin/users?role=agent&state=deactivated&search=leo');
    expect(call.request.params.toString()).toBe('search=leo&role=agent&active=false&limit=50');
    expect(page.text('desk-empty-state h2')).toBe('Nobody matches');
    await page.click('Clear filters');
    expect(page.router.url).toBe('/admin/users');
  });

  it('makes a user and shows the one-time password once', async () => {
    const page = await open();
    await page.click('New user');
    await page.write('Name', 'Zoë Ångström');
    await page.click('Create user');
    const user = aUser(2, { id: 4, display_name: 'Zoë Ångström' });
    const call = await page.answer('POST', USERS, { user, one_time_password: 'kestrel-48-fog' });

    expect(call.request.body).toEqual({ display_name: 'Zoë Ångström', username: 'zoe.angstrom', role: 'agent' });
    expect(page.text('desk-secret-dialog code')).toBe('kestrel-48-fog');
    expect(page.text('desk-secret-dialog')).toContain('It is shown only now.');
    await page.click('Done');
    expect(page.dialogs()).toBe(0);
  });

  it('leaves a username alone that a person wrote', async () => {
    const page = await open();
    await page.click('New user');
    await page.write('Username', 'zoe');
    document.querySelectorAll('desk-user-dialog input')[1]!.dispatchEvent(new Event('blur'));
    await page.write('Name', 'Zoë Ångström');
    await page.click('Create user');

    expect(page.call('POST', USERS).request.body).toMatchObject({ username: 'zoe' });
  });

  it('says by the field that a username is taken, and keeps what was typed', async () => {
    const page = await open();
    await page.click('New user');
    await page.write('Name', 'Jonas Weber');
    await page.click('Create user');
    const errors = [{ field: 'username', code: 'taken', message: 'Somebody has this username already.' }];
    await page.refuse('POST', USERS, 409, 'username_taken', 'This username is taken.', { errors });

    expect(page.text('desk-user-dialog mat-error')).toBe('Somebody has this username already.');
    expect(page.texts('desk-failure-banner')).toEqual([]);
    expect(document.querySelector<HTMLInputElement>('desk-user-dialog input')?.value).toBe('Jonas Weber');
  });

  it('asks for what is missing before it asks the API', async () => {
    const page = await open();
    await page.click('New user');
    await page.click('Create user');

    expect(page.texts('desk-user-dialog mat-error')).toEqual(['Name is needed.', 'Username is needed.']);
    page.http.expectNone(USERS);
  });

  it('keeps what was typed when another admin was faster, and lets the person choose', async () => {
    const page = await open();
    await page.choose('Actions for Jonas Weber', 'Edit');
    await page.write('Name', 'Jonas W.');
    await page.write('Username', 'jonas');
    await page.click('Save');
    const first = page.call('PATCH', `${USERS}/2`);
    expect(first.request.body).toEqual({ display_name: 'Jonas W.', username: 'jonas' });
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    first.flush({ code: 'stale_version', title: 'It has changed' }, { status: 412, statusText: 'No' });
    await page.settle();
    const theirs = aUser(2, { display_name: 'J. Weber', username: 'agent', role: 'admin', version: 7 });
    await page.answer('GET', `${USERS}/2`, theirs);

    const dialog = 'desk-user-dialog';
    expect(page.text(`${dialog} desk-banner`)).toContain('This user was changed in the meantime.');
    expect(page.texts(`${dialog} li > span`)).toEqual(['The name is now J. Weber', 'The username is now agent']);
    const values = () => [...document.querySelectorAll<HTMLInputElement>(`${dialog} input`)].map(({ value }) => value);
    expect(values().slice(0, 2)).toEqual(['Jonas W.', 'jonas']);
    document.querySelectorAll<HTMLElement>(`${dialog} li button`)[1]!.click();
    await page.settle();
    expect(values().slice(0, 2)).toEqual(['Jonas W.', 'agent']);
    // The button is gone; the focus is where that value stands.
    expect((document.activeElement as HTMLInputElement).value).toBe('agent');

    await page.click('Save');
    const call = await page.answer('PATCH', `${USERS}/2`, { ...theirs, display_name: 'Jonas W.', version: 8 });
    // What only the other one changed stands.
    expect(call.request.body).toEqual({ display_name: 'Jonas W.' });
    expect(call.request.headers.get('If-Match')).toBe('"7"');
    expect(page.dialogs()).toBe(0);
  });

  it('lets both changes stand when they touch different things', async () => {
    const page = await open();
    await page.choose('Actions for Jonas Weber', 'Edit');
    await page.write('Name', 'Jonas W.');
    await page.click('Save');
    await page.refuse('PATCH', `${USERS}/2`, 412, 'stale_version', 'Somebody changed Jonas Weber in the meantime.');
    await page.answer('GET', `${USERS}/2`, aUser(2, { role: 'admin', version: 7 }));
    const call = page.call('PATCH', `${USERS}/2`);

    expect(call.request.body).toEqual({ display_name: 'Jonas W.' });
    expect(call.request.headers.get('If-Match')).toBe('"7"');
  });

  it('asks nobody where nothing was changed, and leaves what another admin changed meanwhile', async () => {
    const page = await open();
    await page.choose('Actions for Jonas Weber', 'Edit');
    TestBed.inject(Live).hear({ kind: 'people.changed', ids: [2] });
    const theirs = aUser(2, { display_name: 'J. Weber', version: 7 });
    const now = { results: [THREE[0]!, theirs, THREE[2]!], count: 3, next_cursor: null };
    while (page.texts('mat-row .mat-column-person')[1] !== 'J. Weber jonas.weber') {
      page.http.match(({ url }) => url === USERS).forEach((call) => call.flush(now));
      await page.settle();
    }
    await page.click('Save');

    page.http.expectNone(`${USERS}/2`);
    expect(page.dialogs()).toBe(0);
    expect(page.texts('mat-row .mat-column-person')[1]).toBe('J. Weber jonas.weber');
    expect(page.texts('desk-snack-message')).toEqual([]);
  });

  it('tells what ends before somebody is deactivated, and shows it in the row', async () => {
    const page = await open();
    await page.choose('Actions for Priya Nair', 'Deactivate');
    expect(page.text('desk-confirm-dialog')).toContain('This is you');
    expect(page.text('desk-confirm-dialog')).toContain('2 sessions end and 1 API token stops working for good.');
    page.http.expectNone(`${USERS}/1`);

    await page.click('Deactivate');
    const call = await page.answer('PATCH', `${USERS}/1`, aUser(1, { active: false }));
    expect(call.request.body).toEqual({ active: false });
    expect(page.texts('mat-row .mat-column-state')[0]).toBe('Deactivated');
    expect(page.dialogs()).toBe(0);
  });

  it('asks what becomes of the unresolved tickets of whoever leaves, and does both in one step', async () => {
    const page = await AdminTestPage.open('/admin/users');
    const results = [aUser(1), aUser(2, { unresolved_tickets: 12 }), aUser(3)];
    await page.answer('GET', USERS, { results, count: 3, next_cursor: null });
    await page.choose('Actions for Jonas Weber', 'Deactivate');
    expect(page.text('desk-leaving-dialog')).toContain('12 unresolved tickets are theirs.');
    await page.click('Deactivate');
    expect(page.text('desk-leaving-dialog mat-error')).toBe('Choose who gets them.');
    page.http.expectNone(`${USERS}/2`);

    await page.select('Who gets their unresolved tickets', 'Priya Nair');
    await page.click('Deactivate');
    const left = { ...aUser(2, { active: false, unresolved_tickets: 12 }), hand_over_run: 'r' };
    const call = await page.answer('PATCH', `${USERS}/2`, left);
    expect(call.request.body).toEqual({ active: false, unresolved_tickets: { assign_to: 1 } });
    expect(page.texts('mat-row .mat-column-state')[1]).toBe('Deactivated');
    expect(page.dialogs()).toBe(0);
  });

  it.each([
    ['Unassigned', 'unassign'],
    ['They stay theirs', 'keep'],
  ])('leaves the tickets of whoever leaves: %s', async (choice, sent) => {
    const page = await AdminTestPage.open('/admin/users');
    const results = [aUser(1), aUser(2, { unresolved_tickets: 1 }), aUser(3)];
    await page.answer('GET', USERS, { results, count: 3, next_cursor: null });
    await page.choose('Actions for Jonas Weber', 'Deactivate');
    await page.select('Who gets their unresolved tickets', choice);
    await page.click('Deactivate');
    expect(page.call('PATCH', `${USERS}/2`).request.body).toEqual({ active: false, unresolved_tickets: sent });
  });

  it('hands over what somebody left behind', async () => {
    const page = await AdminTestPage.open('/admin/users');
    const results = [aUser(1), aUser(2), aUser(3, { active: false, unresolved_tickets: 4 })];
    await page.answer('GET', USERS, { results, count: 3, next_cursor: null });
    await page.choose(`Actions for ${results[2]!.display_name}`, 'Hand over tickets');
    await page.select('Who gets their unresolved tickets', 'Unassigned');
    await page.click('Hand over');
    expect(page.call('PATCH', `${USERS}/3`).request.body).toEqual({ active: false, unresolved_tickets: 'unassign' });
  });

  it('says why the last admin stays, where it was tried', async () => {
    const page = await open();
    await page.choose('Actions for Priya Nair', 'Deactivate');
    await page.click('Deactivate');
    await page.refuse('PATCH', `${USERS}/1`, 409, 'last_admin', 'Make somebody else an admin first.', {
      title: 'The desk needs an active admin',
    });

    expect(page.text('desk-confirm-dialog desk-failure-banner')).toBe(
      'The desk needs an active admin. Make somebody else an admin first.',
    );
    expect(page.texts('mat-row .mat-column-state')[0]).toBe('Active');
  });

  it('resets a password and shows the one-time password', async () => {
    const page = await open();
    await page.choose('Actions for Jonas Weber', 'Reset password');
    await page.click('Reset password');
    await page.answer('POST', `${USERS}/2/password-reset`, { one_time_password: 'kestrel-48-fog' });

    expect(page.text('desk-secret-dialog code')).toBe('kestrel-48-fog');
    expect(page.texts('mat-row .mat-column-state')[1]).toBe('Must choose a password');
  });

  it('says why the list did not come, names the request, and tries again', async () => {
    const page = await AdminTestPage.open('/admin/users');
    expect(page.text('desk-list-body [role=status]')).toBe('Loading the users');
    await page.refuse('GET', USERS, 503, 'database_unavailable', 'The database cannot do this right now.');
    expect(page.text('desk-error-state')).toContain('The users could not be loaded');
    expect(page.text('desk-error-state code')).toBe('req-1');

    await page.click('Try again');
    await page.answer('GET', USERS, { results: THREE, count: 3, next_cursor: null });
    expect(page.texts('mat-row')).toHaveLength(3);
  });

  it('goes on where the page ended', async () => {
    const page = await AdminTestPage.open('/admin/users');
    await page.answer('GET', USERS, { results: THREE.slice(0, 2), count: 3, next_cursor: 'abc' });
    await page.click('Show more');
    const call = await page.answer('GET', USERS, { results: THREE.slice(1), count: 3, next_cursor: null });

    expect(call.request.params.get('cursor')).toBe('abc');
    expect(page.texts('mat-row .strong')).toEqual(['Priya Nair (you)', 'Jonas Weber', 'Leo Marchetti']);
    expect(page.texts('.more')).toEqual([]);
  });
});
