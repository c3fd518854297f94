import type { AutomaticCategory } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';
import { automaticWords, recordWords } from './automatic-words';

const URL = '/api/admin/suggestions/automatic';
const BILLING: AutomaticCategory = {
  ...{ category: 'billing', label: 'Billing', enabled: false, target: 0.9, why_not: 'below_target', needed: 217 },
  record: { right: 94, of: 100, bound: 0.8752 },
  ...{ applied: 0, corrected: 0, stopped: null, changed_at: null, changed_by: null },
};
const ALLOWED: AutomaticCategory = { ...BILLING, record: { right: 195, of: 200, bound: 0.9428 }, why_not: null };

async function open(one: AutomaticCategory): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', URL, { results: [one], usually_needed: 200 });
  return page;
}

const toggle = () => document.querySelector<HTMLButtonElement>('desk-automatic-card mat-slide-toggle button');

describe('what is said of suggestions that apply by themselves', () => {
  it.each<[Partial<AutomaticCategory>, string, string]>([
    [
      { record: { right: 0, of: 0, bound: null }, why_not: 'too_few', needed: null },
      'Nobody has decided yet',
      'Not yet: too few are decided; in practice it takes about 200.',
    ],
    [
      {},
      '94 of 100 right, at least 87.5 %',
      'Not yet: at least 90.0 % is wanted; as it goes, from about 217 decided tickets on.',
    ],
    [
      { needed: null },
      '94 of 100 right, at least 87.5 %',
      'Not yet: at least 90.0 % is wanted, and as it goes that will not be reached.',
    ],
    [{ ...ALLOWED }, '195 of 200 right, at least 94.3 %', 'The record allows it.'],
    [
      { ...ALLOWED, enabled: true, applied: 40, corrected: 2 },
      '195 of 200 right, at least 94.3 %',
      'Applied to 40, of which people put 2 elsewhere.',
    ],
    [
      { stopped: { right: 53, of: 55, bound: 0.8768, at: '2026-04-20T09:22:31.120Z' }, applied: 1, corrected: 1 },
      '94 of 100 right, at least 87.5 %',
      'Stopped by itself: 53 of 55 right is at least 87.7 %, under 90.0 %. Not yet: at least 90.0 % is wanted; as it goes, ' +
        'from about 217 decided tickets on. Applied to 1, of which people put 1 elsewhere.',
    ],
  ])('%j', (values, record, words) => {
    const one = { ...BILLING, ...values };
    expect([recordWords(one), automaticWords(one, 200)]).toEqual([record, words]);
  });
});

describe('the card of what applies by itself', () => {
  afterEach(() => document.body.replaceChildren());

  it('cannot be switched on while the record is too low, and says why', async () => {
    const page = await open(BILLING);
    toggle()?.click();
    await page.settle();

    page.http.expectNone((request) => request.method === 'PUT');
    expect(page.text('desk-automatic-card li')).toContain('as it goes, from about 217 decided tickets on');
  });

  it('is switched on where the record allows it', async () => {
    const page = await open(ALLOWED);
    toggle()?.click();
    await page.settle();
    const call = await page.answer('PUT', `${URL}/billing`, { ...ALLOWED, enabled: true });
    expect(call.request.body).toEqual({ enabled: true });
    await page.answer('GET', URL, { results: [{ ...ALLOWED, enabled: true }], usually_needed: 200 });

    expect(toggle()?.getAttribute('aria-checked')).toBe('true');
  });

  const target = () => document.querySelector<HTMLInputElement>('desk-automatic-card input[type=number]');
  const aim = async (page: AdminTestPage, percent: string) => {
    const field = target();
    if (!field) throw new Error('There is no target');
    field.value = percent;
    field.dispatchEvent(new Event('change'));
    await page.settle();
  };

  it('is given another target, also before it is switched on', async () => {
    const page = await open(BILLING);
    expect(target()?.value).toBe('90');
    await aim(page, '87.5');
    const call = await page.answer('PUT', `${URL}/billing`, { ...BILLING, target: 0.875, why_not: null });
    expect(call.request.body).toEqual({ enabled: false, target: 0.875 });
    await page.answer('GET', URL, { results: [{ ...BILLING, target: 0.875, why_not: null }], usually_needed: 200 });

    expect(target()?.value).toBe('87.5');
    expect(page.text('desk-automatic-card li')).toContain('The record allows it.');
  });

  it.each(['49', '100', ''])('takes no target of “%s” percent', async (percent) => {
    const page = await open(BILLING);
    await aim(page, percent);
    page.http.expectNone((request) => request.method === 'PUT');
  });

  it('has its target again when another is refused', async () => {
    const page = await open({ ...ALLOWED, enabled: true });
    await aim(page, '99');
    await page.refuse('PUT', `${URL}/billing`, 409, 'record_too_low', 'The record is too low.');
    await page.answer('GET', URL, { results: [{ ...ALLOWED, enabled: true }], usually_needed: 200 });

    expect(target()?.value).toBe('90');
    expect(page.text('desk-snack-message')).toContain('The record is too low.');
  });

  it('has the target that another admin set meanwhile when another is refused', async () => {
    const page = await open({ ...ALLOWED, enabled: true });
    await aim(page, '99');
    await page.click('Refresh');
    await page.answer('GET', URL, { results: [{ ...ALLOWED, enabled: true, target: 0.8 }], usually_needed: 200 });
    await page.refuse('PUT', `${URL}/billing`, 409, 'record_too_low', 'The record is too low.');

    expect(target()?.value).toBe('80');
  });

  it('goes back when that is refused', async () => {
    const page = await open(ALLOWED);
    toggle()?.click();
    await page.settle();
    await page.refuse('PUT', `${URL}/billing`, 409, 'record_too_low', 'The record fell.');
    await page.answer('GET', URL, { results: [BILLING], usually_needed: 200 });

    expect(toggle()?.getAttribute('aria-checked')).toBe('false');
  });
});
