import { jest } from '@jest/globals';
import type { QuarantinedMail } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const SETUP = '/api/admin/mail';
const NOTHING_SET = { mailboxes: [], fixed_mailboxes: [], sender: null, fixed_sender: null, keeps_passwords: true };
const QUARANTINE = '/api/admin/mails/quarantine';

function aMail(values: Partial<QuarantinedMail> = {}): QuarantinedMail {
  return {
    id: 7,
    mailbox: 'support@example.com at imap.example.com, INBOX',
    sender: 'ada@example.com',
    sender_name: 'Ada Moreau',
    subject: 'Your invoice is overdue',
    reason: 'The sender’s domain does not confirm it (DMARC)',
    size: 4210,
    has_source: true,
    arrived_at: '2026-04-20T09:22:00.000Z',
    ...values,
  };
}

const TWO = [
  aMail({ id: 8, subject: null, sender: null, sender_name: null, has_source: false, reason: 'It is too large' }),
  aMail(),
];

async function open(results: QuarantinedMail[] = TWO): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/mails');
  await page.answer('GET', SETUP, NOTHING_SET);
  await page.answer('GET', QUARANTINE, { results, next_cursor: null });
  return page;
}

const titles = (page: AdminTestPage) => page.texts('desk-mails-page .title');

describe('the quarantine', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists mails with why, and of one that is not kept offers no more than to delete it', async () => {
    const page = await open();
    expect(titles(page)).toEqual(['No subject', 'Your invoice is overdue']);
    expect(page.texts('.from')[0]).toContain('Sender unknown');
    expect(page.texts('.from')[0]).toContain('its text is not kept');
    expect(page.texts('.from')[1]).toContain('Ada Moreau <ada@example.com>');
    expect(page.texts('.reason')[1]).toBe('The sender’s domain does not confirm it (DMARC)');
    expect(page.texts('.acts')).toEqual([
      'Delete No subject',
      'Make a ticket of Your invoice is overdue Source of Your invoice is overdue ' +
        'Read again Your invoice is overdue Delete Your invoice is overdue',
    ]);
    expect(page.text('desk-admin-nav [aria-current=page]')).toBe('E-mail 2 in quarantine');
  });

  it('says that nothing waits, and that it could not be loaded', async () => {
    const page = await AdminTestPage.open('/admin/mails');
    await page.refuse('GET', QUARANTINE, 500, 'internal_error', 'Something went wrong on our side');
    expect(page.text('desk-error-state h2')).toBe('The mails could not be loaded');
    await page.click('Try again');
    await page.answer('GET', QUARANTINE, { results: [], next_cursor: null });
    expect(page.text('desk-empty-state h2')).toBe('No mail waits');
    expect(page.text('.hint')).toContain('90 days');
  });

  it('shows a mail as it came, as text, of a long one its beginning', async () => {
    const page = await open();
    await page.click('Source of Your invoice is overdue');
    const text = `From: ada@example.com\r\n\r\n<img src=x onerror=alert(1)> é`;
    const bytes = Uint8Array.from(new TextEncoder().encode(text.padEnd(120_000, '.'))).buffer;
    await page.answer('GET', `${QUARANTINE}/7/source`, bytes);
    const shown = document.querySelector('pre')?.textContent ?? '';
    expect(shown).toContain('<img src=x onerror=alert(1)> é');
    expect(shown.length).toBeLessThan(100_001);
    expect(page.text('desk-source-dialog')).toContain('This is its beginning');
    expect(page.control('Download').getAttribute('href')).toBe(`${QUARANTINE}/7/source`);
  });

  it('makes a ticket once, however often it is asked to, and leads to it', async () => {
    const page = await open();
    const goes = jest.spyOn(page.router, 'navigate').mockResolvedValue(true);
    await page.click('Make a ticket of Your invoice is overdue');
    await page.click('Make a ticket of Your invoice is overdue');
    await page.answer('POST', `${QUARANTINE}/7/ticket`, { ticket: 42 });
    expect(goes).toHaveBeenCalledWith(['/tickets', 42]);
    expect(titles(page)).toEqual(['No subject']);
  });

  it('has one read again, and keeps it where that is refused', async () => {
    const page = await open();
    await page.click('Read again Your invoice is overdue');
    await page.refuse('POST', `${QUARANTINE}/7/retry`, 404, 'mail_not_found', 'There is no mail 7 in quarantine');
    expect(titles(page)).toHaveLength(2);
    await page.click('Read again Your invoice is overdue');
    await page.answer('POST', `${QUARANTINE}/7/retry`, null);
    expect(titles(page)).toEqual(['No subject']);
    expect(document.activeElement?.textContent).toBe('Quarantine');
  });

  it('deletes one after a question', async () => {
    const page = await open();
    await page.click('Delete Your invoice is overdue');
    expect(page.text('desk-confirm-dialog')).toContain('This cannot be undone');
    page.http.expectNone(`${QUARANTINE}/7`);
    await page.click('Delete');
    await page.answer('DELETE', `${QUARANTINE}/7`, null);
    expect(titles(page)).toEqual(['No subject']);
    expect(document.activeElement?.textContent).toBe('Quarantine');
  });
});
