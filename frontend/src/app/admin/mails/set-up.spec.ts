import type { MailSender, MailSetup, MailTrialStep, Mailbox, MailboxReading } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const SETUP = '/api/admin/mail';
const MAILBOXES = '/api/admin/mailboxes';
const SENDER = '/api/admin/sender';

const BOX: Mailbox = {
  ...{ id: 3, name: 'support@desk.example at imap.desk.example, INBOX', version: 2, active: true },
  ...{ host: 'imap.desk.example', port: 993, security: 'tls', user: 'support@desk.example' },
  ...{ folder: 'INBOX', addresses: ['help@desk.example'], has_password: true, oauth: null, reads_since: null },
  ...{ authserv_id: null, relays: [] },
};
const SET: MailSender = {
  ...{ host: 'smtp.desk.example', port: 465, security: 'tls', user: 'support@desk.example', version: 4 },
  ...{ from_name: 'The Desk', from_address: 'support@desk.example', addresses: [], has_password: true, oauth: null },
  ...{ uses_plus_address: true, asks_receipts: false },
};
const TRUST = { authserv_id: 'mx.desk.example', relays: ['203.0.113.0/24'] };
const STEPS: MailTrialStep[] = [
  { step: 'name', state: 'ok', detail: 'imap.desk.example answers on port 993', ms: 120 },
  { step: 'tls', state: 'ok', detail: 'TLS 1.3', ms: 310 },
  { step: 'sign_in', state: 'failed', detail: 'It does not let support@desk.example in: Invalid', ms: 640 },
  { step: 'folder', state: 'skipped', detail: 'Waits for the step before', ms: 0 },
];

async function open(setup: Partial<MailSetup> = {}): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/mails');
  const nothing = {
    mailboxes: [],
    fixed_mailboxes: [],
    readings: [],
    sender: null,
    fixed_sender: null,
    keeps_passwords: true,
  };
  await page.answer('GET', SETUP, { ...nothing, ...setup });
  await page.answer('GET', '/api/admin/mails/quarantine', { results: [], next_cursor: null });
  return page;
}

async function chooseAuth(page: AdminTestPage, auth: string): Promise<void> {
  document.querySelector<HTMLInputElement>(`[data-field=auth] input[value=${auth}]`)?.click();
  await page.settle();
}

describe('how the desk reads and sends mail', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => document.body.replaceChildren());

  it('is shown: what admins have set, and what is set where the desk is installed', async () => {
    const { name, host, port, security, folder } = BOX;
    const lost = { ...BOX, id: 4, user: 'lost@desk.example', has_password: false };
    const resting = { ...BOX, id: 5, user: 'rest@desk.example', active: false };
    const page = await open({
      mailboxes: [BOX, lost, resting],
      fixed_mailboxes: [{ name, host, port, security, folder, user: 'fixed', ...TRUST }],
      sender: SET,
    });
    const rows = page.texts('desk-set-up-card li');
    expect(rows[0]).toContain('support@desk.example imap.desk.example:993, TLS · INBOX Also help@desk.example');
    expect(rows[1]).toContain('Type its password anew');
    expect(rows[2]).toContain('Rests');
    expect(rows[3]).toContain('Believes results of mx.desk.example and relays 203.0.113.0/24');
    expect(rows[3]).toContain('MAILBOXES');
    expect(rows[0]).not.toContain('Believes');
    expect(rows[4]).toContain('The Desk support@desk.example smtp.desk.example:465, TLS, as support@desk.example');
  });

  it('says of each mailbox how reading it goes, of one that rests nothing, and what is left alone', async () => {
    const at = '2026-11-28T09:22:00.000Z';
    const box = (id: number, more: Partial<Mailbox> = {}) => ({
      ...BOX,
      id,
      name: `box ${id}`,
      user: `u${id}`,
      ...more,
    });
    const told = (id: number, state: MailboxReading['state'], more: Partial<MailboxReading> = {}) => ({
      ...{ name: `box ${id}`, state, since: at, looked_at: at, failure: null },
      ...more,
    });
    const page = await open({
      mailboxes: [box(1), box(2), box(3), box(4), box(5, { active: false }), box(6, { reads_since: at })],
      fixed_mailboxes: [{ ...BOX, name: 'box 7' }],
      readings: [
        told(1, 'read'),
        told(2, 'failing', { failure: 'There is no folder Support.' }),
        told(3, 'waiting'),
        told(4, 'waiting', { since: null, looked_at: null }),
        told(5, 'waiting'),
        told(7, 'failing', { failure: 'It does not answer on this port.' }),
      ],
    });
    const rows = page.texts('desk-set-up-card li');
    expect(rows[0]).toMatch(/Followed since 28 Nov 2026, \d\d:22/);
    expect(rows[1]).toMatch(/Not read since 28 Nov 2026, \d\d:22 ?\. There is no folder Support\. It is tried again/);
    expect(rows[2]).toMatch(/Nobody looks into it: last 28 Nov 2026/);
    expect(rows[3]).toContain('Not looked into yet');
    expect(rows[4]).toContain('Rests');
    expect(rows[4]).not.toContain('looks into');
    expect(rows[5]).toMatch(/What came before 28 Nov 2026, \d\d:22 is left alone/);
    expect(rows[6]).toContain('It does not answer on this port.');
  });

  it('tries what is set where the desk is installed, as it is, and tells each step', async () => {
    const { name, host, port, security, folder } = BOX;
    const { from_name, from_address, uses_plus_address, asks_receipts } = SET;
    const page = await open({
      fixed_mailboxes: [{ name, host, port, security, folder, user: 'fixed', ...TRUST }],
      fixed_sender: { host, port, security, user: null, from_name, from_address, uses_plus_address, asks_receipts },
    });
    await page.click('Test fixed');
    const tried = await page.answer('POST', `${MAILBOXES}/fixed/test`, { steps: STEPS, proposal: null });
    expect(tried.request.body).toEqual({ name });
    expect(page.texts('desk-mail-trial li')).toHaveLength(4);
    await page.click('Test again');
    await page.refuse('POST', `${MAILBOXES}/fixed/test`, 404, 'mailbox_not_found', 'No such mailbox is set.');
    expect(page.text('desk-fixed-trial-dialog')).toContain('No such mailbox is set.');
    await page.click('Close');
    await page.click('Test the sender');
    await page.answer('POST', `${SENDER}/fixed/test`, { steps: [], proposal: null });
    expect(page.text('desk-fixed-trial-dialog')).toContain('sends one mail to');
  });

  it('is empty at first, and nothing can be added while no password can be kept', async () => {
    const page = await open({ keeps_passwords: false });
    expect(page.texts('desk-set-up-card .none')).toHaveLength(2);
    expect(page.text('desk-set-up-card desk-banner')).toContain('SECRET_KEY');
    expect(() => page.control('New mailbox')).toThrow();
  });

  it('says that it could not be loaded', async () => {
    const page = await AdminTestPage.open('/admin/mails');
    await page.refuse('GET', SETUP, 500, 'internal_error', 'Something went wrong on our side');
    expect(page.text('desk-set-up-card desk-error-state h2')).toBe('The set-up could not be loaded');
  });

  it('takes a new mailbox, with the usual port, once it is tried and typed well', async () => {
    const page = await open();
    await page.click('New mailbox');
    await page.click('Add mailbox');
    expect(page.texts('mat-error')).toEqual(['Server is needed.', 'User is needed.', 'Password is needed.']);
    await page.write('Reads from (IMAP)', ' imap.desk.example ');
    await page.write('User', 'support@desk.example');
    await page.write('Password', ' hush ');
    await page.write('Further addresses', 'help@desk.example, info@desk.example');
    document.querySelectorAll<HTMLInputElement>('desk-segment-switch input')[1]?.click();
    await page.settle();

    await page.click('Test');
    const typed = {
      ...{ host: 'imap.desk.example', port: 143, security: 'starttls', user: 'support@desk.example' },
      ...{ password: ' hush ', folder: 'INBOX', addresses: ['help@desk.example', 'info@desk.example'] },
      ...{ oauth: null, authserv_id: null, relays: [] },
    };
    const tried = await page.answer('POST', `${MAILBOXES}/test`, { steps: STEPS, proposal: null });
    expect(tried.request.body).toEqual({ ...typed, id: null });
    expect(page.texts('desk-mail-trial li')).toEqual([
      'Found the server , worked imap.desk.example answers on port 993 0.1 s',
      'Connection is encrypted , worked TLS 1.3 0.3 s',
      'Signing in was refused , failed It does not let support@desk.example in: Invalid 0.6 s',
      'Read the folder , was not tried Waits for the step before',
    ]);
    expect(page.text('desk-mail-trial [role=status]')).toContain('Signing in was refused');
    await page.write('Password', 'better');
    expect(page.texts('desk-mail-trial li')).toEqual([]);

    const old = document.querySelectorAll<HTMLInputElement>('mat-dialog-content > div desk-segment-switch input');
    expect(page.text('.told')).toContain('from now on');
    [...old].at(-1)?.click();
    await page.settle();
    expect(page.text('.told')).toContain('Each of them becomes a ticket');
    await page.click('Add mailbox');
    const added = await page.answer('POST', MAILBOXES, BOX);
    expect(added.request.body).toEqual({ ...typed, password: 'better', old_mails: true });
    expect(page.dialogs()).toBe(0);
    page.call('GET', SETUP);
  });

  it('takes a mailbox that tokens let the desk in, and asks for what that needs alone', async () => {
    const page = await open();
    await page.click('New mailbox');
    await page.write('Password', 'of no use');
    await chooseAuth(page, 'oauth');
    await page.click('Add mailbox');
    expect(page.texts('mat-error')).toEqual([
      ...['Server is needed.', 'User is needed.', 'Client ID is needed.', 'Token endpoint is needed.'],
      'Refresh token is needed.',
    ]);
    await page.write('Reads from (IMAP)', 'imap.desk.example');
    await page.write('User', 'support@desk.example');
    await page.write('Client ID', ' the-desk ');
    await page.write('Token endpoint', 'http://login.example/token');
    await page.write('Scope', 'mail offline_access');
    await page.write('Client secret', 'hush');
    await page.write('Refresh token', 'token');
    await page.click('Test');
    const message = 'Token endpoint must be an address that begins with https://.';
    const errors = [{ field: 'oauth.token_url', code: 'not_a_token_url', message }];
    await page.refuse('POST', `${MAILBOXES}/test`, 400, 'validation_failed', message, { errors });
    expect(page.texts('mat-error')).toEqual([message]);
    await page.write('Token endpoint', 'https://login.example/token');
    await page.click('Test');
    const refused: MailTrialStep = {
      step: 'token',
      state: 'failed',
      detail: 'login.example says: invalid_grant',
      ms: 90,
    };
    await page.answer('POST', `${MAILBOXES}/test`, { steps: [refused], proposal: null });
    expect(page.text('desk-mail-trial li')).toContain('No access token was given');
    await page.click('Add mailbox');
    const oauth = { client_id: 'the-desk', token_url: 'https://login.example/token', scope: 'mail offline_access' };
    const added = await page.answer('POST', MAILBOXES, { ...BOX, oauth });
    expect(added.request.body).toEqual({
      ...{ host: 'imap.desk.example', port: 993, security: 'tls', user: 'support@desk.example' },
      ...{ oauth, client_secret: 'hush', refresh_token: 'token', folder: 'INBOX', addresses: [], old_mails: false },
      ...{ authserv_id: null, relays: [] },
    });
  });

  it('proposes which servers to believe, once the test has seen how mails arrive, and takes what is typed instead', async () => {
    const page = await open({ mailboxes: [BOX] });
    await page.choose('Actions for support@desk.example', 'Edit and test');
    await page.click('Test');
    const proposal = { authserv_id: 'mx.example.net', relays: ['203.0.113.0/24', '2001:db8::/32'] };
    const shown: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this);
    };
    await page.answer('POST', `${MAILBOXES}/test`, { steps: STEPS, proposal });
    expect(shown.at(-1)?.tagName).toBe('DESK-PROPOSED-SERVERS');
    expect(page.text('desk-proposed-servers')).toMatch(
      /203\.0\.113\.0\/24, 2001:db8::\/32.*Authentication-Results of mx\.example\.net/,
    );
    await page.click('Believe them');
    expect(document.querySelector('desk-proposed-servers')).toBeNull();
    expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('relays');
    await page.write('Authentication results of', ' MX.other.example ');
    await page.click('Save');
    const message = 'Relays must be addresses or networks.';
    const errors = [{ field: 'relays', code: 'not_a_network', message }];
    await page.refuse('PATCH', `${MAILBOXES}/3`, 400, 'validation_failed', message, { errors });
    expect(page.text('[data-field=relays] mat-error')).toBe(message);
    await page.write('Relays', '203.0.113.5');
    await page.click('Save');
    const saved = await page.answer('PATCH', `${MAILBOXES}/3`, BOX);
    expect(saved.request.body).toMatchObject({ authserv_id: 'mx.other.example', relays: ['203.0.113.5'] });
  });

  it('tells how to believe what is proposed for a mailbox that is set where the desk is installed', async () => {
    const { name, host, port, security, folder } = BOX;
    const page = await open({
      fixed_mailboxes: [{ name, host, port, security, folder, user: 'fixed', authserv_id: null, relays: [] }],
    });
    await page.click('Test fixed');
    await page.answer('POST', `${MAILBOXES}/fixed/test`, { steps: STEPS, proposal: TRUST });
    expect(page.text('desk-proposed-servers')).toContain('?authserv_id=mx.desk.example&relays=203.0.113.0/24');
    expect(() => page.control('Believe them')).toThrow();
  });

  it('says of tokens that they are kept, and that they have to be typed anew', async () => {
    const oauth = { client_id: 'the-desk', token_url: 'https://login.example/token', scope: '' };
    const page = await open({ mailboxes: [{ ...BOX, oauth }], sender: { ...SET, oauth, has_password: false } });
    expect(page.text('desk-set-up-card')).toContain('Type its refresh token anew');
    await page.choose('Actions for support@desk.example', 'Edit and test');
    expect(page.text('[data-field=refresh_token]')).toContain('Kept, not shown');
    await page.write('Scope', 'mail');
    await page.click('Save');
    const saved = await page.answer('PATCH', `${MAILBOXES}/3`, { ...BOX, oauth });
    expect(saved.request.body).toMatchObject({ oauth: { ...oauth, scope: 'mail' } });
    expect(Object.keys(saved.request.body as object)).not.toContain('refresh_token');
  });

  it('lets go of a client secret that is kept, of a client that has none', async () => {
    const oauth = { client_id: 'the-desk', token_url: 'https://login.example/token', scope: '' };
    const page = await open({ mailboxes: [{ ...BOX, oauth }] });
    await page.choose('Actions for support@desk.example', 'Edit and test');
    await page.write('Client secret', 'of no use');
    document.querySelector<HTMLInputElement>('desk-server-fields mat-checkbox input')?.click();
    await page.settle();
    expect(document.querySelector<HTMLInputElement>('[data-field=client_secret] input')?.disabled).toBe(true);
    await page.click('Save');
    const saved = await page.answer('PATCH', `${MAILBOXES}/3`, { ...BOX, oauth });
    expect(saved.request.body).toMatchObject({ oauth, client_secret: '' });
  });

  it('keeps what was typed when the API refuses it, and says so by the field', async () => {
    const page = await open({ mailboxes: [BOX] });
    await page.choose('Actions for support@desk.example', 'Edit and test');
    await page.write('Reads from (IMAP)', 'other.example');
    await page.click('Save');
    const errors = [{ field: 'password', code: 'required', message: 'Type the password anew.' }];
    await page.refuse('PATCH', `${MAILBOXES}/3`, 400, 'validation_failed', 'Type the password anew.', { errors });
    expect(page.texts('mat-error')).toEqual(['Type the password anew.']);
    await page.write('Password', 'typed');
    await page.click('Save');
    const saved = await page.answer('PATCH', `${MAILBOXES}/3`, { ...BOX, host: 'other.example' });
    expect(saved.request.body).toMatchObject({ host: 'other.example', password: 'typed' });
    expect(saved.request.headers.get('If-Match')).toBe('"2"');
  });

  it('says by the choice why a server is not taken without encryption, until another way is chosen', async () => {
    const page = await open({ mailboxes: [{ ...BOX, security: 'none', port: 143 }] });
    await page.choose('Actions for support@desk.example', 'Edit and test');
    const choices = [...document.querySelectorAll<HTMLInputElement>('desk-segment-switch:not([data-field]) input')];
    expect(choices.map(({ checked }) => checked)).toEqual([false, false, true]);
    await page.write('Folder', 'Support');
    await page.click('Save');
    const errors = [{ field: 'security', code: 'insecure', message: 'Not without encryption.' }];
    await page.refuse('PATCH', `${MAILBOXES}/3`, 400, 'validation_failed', 'Not without encryption.', { errors });
    expect(page.text('desk-server-fields .wrong')).toContain('Without encryption only a server on this machine');

    choices[0]?.click();
    await page.settle();
    expect(page.texts('desk-server-fields .wrong')).toEqual([]);
    expect(choices.map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(document.querySelector<HTMLInputElement>('[data-field=port] input')?.value).toBe('993');
  });

  it('tells what another admin did meanwhile, and keeps what was typed', async () => {
    const page = await open({ mailboxes: [BOX] });
    await page.choose('Actions for support@desk.example', 'Edit and test');
    await page.write('Folder', 'Support');
    await page.click('Save');
    await page.refuse('PATCH', `${MAILBOXES}/3`, 412, 'stale_version', 'Somebody changed this mailbox.');
    const theirs = { ...BOX, folder: 'Theirs', version: 3 };
    await page.answer('GET', SETUP, { mailboxes: [theirs], sender: null });
    expect(page.text('desk-overtaken-fields')).toContain('Theirs');
    expect(document.querySelector<HTMLInputElement>('[data-field=folder] input')?.value).toBe('Support');
  });

  it('lets a mailbox rest, and removes one after a question', async () => {
    const page = await open({ mailboxes: [BOX] });
    await page.choose('Actions for support@desk.example', 'Let it rest');
    const rested = await page.answer('PATCH', `${MAILBOXES}/3`, { ...BOX, active: false });
    expect(rested.request.body).toEqual({ active: false });
    await page.answer('GET', SETUP, {
      mailboxes: [BOX],
      fixed_mailboxes: [],
      sender: null,
      fixed_sender: null,
      keeps_passwords: true,
    });
    await page.choose('Actions for support@desk.example', 'Remove');
    expect(page.text('desk-confirm-dialog')).toContain('forgets its password');
    await page.click('Remove');
    await page.answer('DELETE', `${MAILBOXES}/3`, null);
    page.call('GET', SETUP);
  });

  it('takes a sender, tries it with a mail to itself, and gives it up after a question', async () => {
    const page = await open({ sender: SET });
    await page.choose('Actions for the sender', 'Edit and test');
    await page.write('Name', 'Renamed');
    await page.click('Test');
    const typed = {
      ...{ host: 'smtp.desk.example', port: 465, security: 'tls', user: 'support@desk.example', addresses: [] },
      oauth: null,
      ...{ from_name: 'Renamed', from_address: 'support@desk.example', uses_plus_address: true, asks_receipts: false },
    };
    expect((await page.answer('POST', `${SENDER}/test`, { steps: [], proposal: null })).request.body).toEqual(typed);
    await page.click('Save');
    const saved = await page.answer('PUT', SENDER, { ...SET, from_name: 'Renamed' });
    expect(saved.request.body).toEqual(typed);
    expect(saved.request.headers.get('If-Match')).toBe('"4"');
    await page.answer('GET', SETUP, {
      mailboxes: [],
      fixed_mailboxes: [],
      sender: SET,
      fixed_sender: null,
      keeps_passwords: true,
    });
    await page.choose('Actions for the sender', 'Stop sending');
    expect(page.text('desk-confirm-dialog')).toContain('marked as not sent');
    await page.click('Stop sending');
    await page.answer('DELETE', SENDER, null);
  });
});
