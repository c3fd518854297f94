import { jest } from '@jest/globals';
import type { MailTemplate } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const TEMPLATE = '/api/admin/mail/templates/reply';
const ACKNOWLEDGEMENT = '/api/admin/mail/templates/acknowledgement';
const PREVIEW = `${TEMPLATE}/preview`;
const DEFAULT: MailTemplate = {
  ...{ kind: 'reply', is_default: true, version: 3 },
  ...{ subject: 'Re: {{ticket.title}} [#{{ticket.id}}]', body: '{{answer}}\n\n{{signature}}' },
};
const OWN: MailTemplate = {
  ...DEFAULT,
  subject: '{{desk.name}}',
  body: 'Hello\n\n{{answer}}',
  is_default: false,
  version: 4,
};
const MAIL = { subject: 'Desk [#4821]', text: '**Hello**', html: '<p><strong>Hello</strong></p>' };

async function open(template: MailTemplate = DEFAULT): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/mails');
  await page.answer('GET', TEMPLATE, template);
  return page;
}

/** What is typed is shown a moment later. */
async function pause(page: AdminTestPage): Promise<void> {
  jest.advanceTimersByTime(300);
  await page.settle();
}

const EDIT = 'Change what stands around answers';

describe('what stands around answers in mails', () => {
  beforeEach(() => jest.useFakeTimers({ advanceTimers: true }));
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('is told, and says that it could not be loaded', async () => {
    const page = await AdminTestPage.open('/admin/mails');
    await page.refuse('GET', TEMPLATE, 500, 'internal_error', 'Something went wrong on our side');
    expect(page.text('desk-template-card desk-banner')).toContain('could not be loaded');
    await page.click('Try again');
    await page.answer('GET', TEMPLATE, DEFAULT);
    expect(page.text('desk-template-card li')).toContain('Re: {{ticket.title}} [#{{ticket.id}}] As the desk brings it');
  });

  it('is shown as it would be sent while it is typed, formatted and plain, and why it cannot be', async () => {
    const page = await open();
    await page.click(EDIT);
    await pause(page);
    const first = await page.answer('POST', PREVIEW, MAIL);
    expect(first.request.body).toEqual({ subject: DEFAULT.subject, body: DEFAULT.body });
    expect(page.text('.mail .subject')).toBe('Desk [#4821]');
    expect(document.querySelector('.mail strong')?.textContent).toBe('Hello');
    document.querySelectorAll<HTMLInputElement>('desk-template-preview input')[1]?.click();
    await page.settle();
    expect(page.text('.mail pre')).toBe('**Hello**');

    await page.write('Body', 'Hello');
    await pause(page);
    const errors = [{ field: 'body', code: 'answer_missing', message: 'Body needs {{answer}}.' }];
    await page.refuse('POST', PREVIEW, 400, 'validation_failed', 'Body needs {{answer}}.', { errors });
    expect(page.text('desk-template-preview [role=status]')).toBe('Body needs {{answer}}.');
    expect(page.text('.mail.old pre')).toBe('**Hello**');
  });

  it('is saved against the version that was seen, and what is wrong is said by its field', async () => {
    const page = await open();
    await page.click(EDIT);
    await page.write('Subject', '{{nobody}}');
    await page.click('Save');
    const errors = [{ field: 'subject', code: 'unknown_placeholder', message: 'Nothing is known of {{nobody}}.' }];
    await page.refuse('PUT', TEMPLATE, 400, 'validation_failed', 'Nothing is known of {{nobody}}.', { errors });
    expect(page.texts('mat-error')).toEqual(['Nothing is known of {{nobody}}.']);
    await page.write('Subject', OWN.subject);
    await page.click('Save');
    const saved = await page.answer('PUT', TEMPLATE, OWN);
    expect(saved.request.body).toEqual({ subject: OWN.subject, body: DEFAULT.body });
    expect(saved.request.headers.get('If-Match')).toBe('"3"');
    expect(page.dialogs()).toBe(0);
    await page.answer('GET', TEMPLATE, OWN);
    expect(page.text('desk-template-card li')).toContain('{{desk.name}} Changed here');
  });

  it('keeps what was typed where another admin was faster, and lets the person decide', async () => {
    const page = await open();
    await page.click(EDIT);
    await page.write('Subject', 'Mine');
    await page.click('Save');
    await page.refuse('PUT', TEMPLATE, 412, 'stale_version', 'Somebody was faster.');
    await page.answer('GET', TEMPLATE, { ...OWN, subject: 'Theirs' });
    expect(page.text('desk-overtaken-fields li')).toContain('The subject is now Theirs');
    await page.click('Save');
    const saved = await page.answer('PUT', TEMPLATE, OWN);
    expect(saved.request.body).toEqual({ subject: 'Mine', body: OWN.body });
    expect(saved.request.headers.get('If-Match')).toBe('"4"');
  });

  it('of acknowledgements has its own words, preview and rules', async () => {
    const page = await open();
    const told: MailTemplate = { ...DEFAULT, kind: 'acknowledgement', body: 'It is ticket {{ticket.id}}.' };
    await page.answer('GET', ACKNOWLEDGEMENT, told);
    await page.click('Change what acknowledgements say');
    await pause(page);
    const first = await page.answer('POST', `${ACKNOWLEDGEMENT}/preview`, MAIL);
    expect(first.request.body).toEqual({ subject: told.subject, body: told.body });
    expect(page.texts('desk-template-dialog li')).not.toContain('{{answer}}');
    expect(page.text('desk-template-dialog .note')).toContain('words of strangers go to nobody');
    await page.write('Body', 'We have it.');
    await page.click('Save');
    const saved = await page.answer('PUT', ACKNOWLEDGEMENT, { ...told, body: 'We have it.', is_default: false });
    expect(saved.request.body).toEqual({ subject: told.subject, body: 'We have it.' });
    expect(page.dialogs()).toBe(0);
  });

  it('is as the desk brings it again after a question', async () => {
    const page = await open(OWN);
    await page.choose('Actions for the template of answers', 'As the desk brings it');
    await page.click('Reset');
    const reset = await page.answer('DELETE', TEMPLATE, DEFAULT);
    expect(reset.request.headers.get('If-Match')).toBe('"4"');
    await page.answer('GET', TEMPLATE, DEFAULT);
    expect(page.text('desk-template-card li')).toContain('As the desk brings it');
  });
});
