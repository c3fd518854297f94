import { aProblem } from '../../core/testing/fakes';
import { PortalPage, RUTH, aTicket, keyOf } from '../testing/portal-page';

const TICKETS = '/api/portal/tickets';
const [ABOUT, HAPPENED] = ['What is it about?', 'What happened, since when, and for whom?'];

describe('writing a ticket on the portal', () => {
  let page: PortalPage;

  beforeEach(() => (page = new PortalPage()));
  afterEach(() => page.leave());

  it('says what is missing by its field, sends the rest once and leads to the ticket', async () => {
    await page.openAsRuth('/portal/write');
    await page.submit();
    expect(page.texts('mat-error')).toEqual(['Say in a few words what it is about.', 'Tell us what happened.']);
    page.http.expectNone(TICKETS);
    expect(page.text('.foot')).toContain(`The answer comes to ${RUTH.address} and here.`);

    await written();
    await page.submit();
    await page.submit();
    const call = page.expect('POST', TICKETS);
    expect(call.request.body).toEqual({ title: 'Empty files', description: 'Since Monday.' });
    await page.answer(call, aTicket());
    expect(page.address).toBe('/portal/tickets/4821');
    expect(localStorage.getItem(`desk.portal.${RUTH.address}.0`)).toBeNull();
  });

  it('keeps what is begun, in this browser and for this person', async () => {
    await page.openAsRuth('/portal/write');
    await written();
    await page.navigate('/portal/tickets');
    await page.answer(page.expect('GET', TICKETS), { results: [], next_cursor: null });
    await page.navigate('/portal/write');

    expect(page.box(ABOUT).value).toBe('Empty files');
    expect(page.box(HAPPENED).value).toBe('Since Monday.');
  });

  it('says by the field what the desk has against it, and loses nothing', async () => {
    await page.openAsRuth('/portal/write');
    await written();
    await page.submit();
    const errors = [{ field: 'title', code: 'x', message: 'Too short.' }];
    await page.refuse(page.expect('POST', TICKETS), aProblem(400, 'validation_failed', { errors }));

    expect(page.texts('mat-error')).toEqual(['Too short.']);
    expect(page.box(HAPPENED).value).toBe('Since Monday.');
  });

  it('asks what fits best where the desk wants to know, and takes none for an answer', async () => {
    const categories = [{ key: 'billing', label: 'Billing' }];
    await page.openAsRuth('/portal/write', { asks_category: true, categories });
    expect(page.text('desk-value-select')).toContain('Which of these fits best?');

    await written();
    await page.submit();
    expect(page.expect('POST', TICKETS).request.body).toEqual({ title: 'Empty files', description: 'Since Monday.' });
  });

  it('sends one key for what is written until it is there, also after a reload, and another one for the next', async () => {
    await page.openAsRuth('/portal/write');
    await written();
    await page.submit();
    const first = page.expect('POST', TICKETS);
    expect(keyOf(first)).toMatch(/^[0-9a-f]{32}$/);
    await page.navigate('/portal/tickets');
    await page.answer(page.expect('GET', TICKETS), { results: [], next_cursor: null });
    await page.navigate('/portal/write');

    expect(page.box(ABOUT).value).toBe('Empty files');
    await page.write(ABOUT, 'Empty files again');
    await page.submit();
    const second = page.expect('POST', TICKETS);
    expect(keyOf(second)).toBe(keyOf(first));
    await page.refuse(second, aProblem(409, 'idempotency_key_reused'));
    expect(page.text('[role="alert"]')).toContain(
      'An earlier try was saved after all. Look at what you have sent before you send this too.',
    );

    await page.submit();
    expect(keyOf(page.expect('POST', TICKETS))).not.toBe(keyOf(first));
  });

  async function written(): Promise<void> {
    await page.write(ABOUT, 'Empty files');
    await page.write(HAPPENED, 'Since Monday.');
  }
});
