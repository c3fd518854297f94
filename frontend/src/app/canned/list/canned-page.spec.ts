import { signal } from '@angular/core';
import type { CannedAnswer } from '../../api/canned-answers-api';
import { AccountPage } from '../../account/testing/account-page';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { CANNED_ROUTES } from '../canned.routes';

const URL = '/api/canned-answers';

describe('the page of canned answers', () => {
  let page: AccountPage;
  const isAdmin = signal(false);

  beforeEach(() => {
    isAdmin.set(false);
    const user = signal({ id: 1, display_name: 'Mina Park' });
    page = new AccountPage(
      [{ path: 'canned-answers', children: CANNED_ROUTES }],
      [{ provide: Session, useValue: { user, isAdmin } }],
    );
  });
  afterEach(() => page.leave());

  it('tells whose each is, what it sets, and how often it was used', async () => {
    await open(canned(1, { uses: 3, steps: { status: 'resolved', priority: 'low' } }), canned(2, { team: true }));

    const [own, team] = rows();
    expect(own).toContain('Only you');
    expect(own).toMatch(/Sets\s*Resolved\s*Low/);
    expect(own).toContain('Used 3 times');
    expect(team).toContain('Team');
    expect(team).toContain('Not used yet');
  });

  it.each([
    [false, ['Edit Answer 1', 'Delete Answer 1']],
    [true, ['Edit Answer 1', 'Delete Answer 1', 'Edit Answer 2', 'Delete Answer 2']],
  ])('lets those of the team be written by admins alone: %s', async (admin, buttons) => {
    isAdmin.set(admin);
    await open(canned(1), canned(2, { team: true }));

    const labels = [...document.querySelectorAll('li button')].map((one) => one.getAttribute('aria-label'));
    expect(labels).toEqual(buttons);
  });

  it('finds by what the address says, and leads out where none is found', async () => {
    await page.open('/canned-answers?search=inv&whose=own');
    const call = listCall();
    expect([call.request.params.get('search'), call.request.params.get('team')]).toEqual(['inv', 'false']);
    await page.answer(call, { results: [], next_cursor: null });

    await page.click('Show all canned answers');
    expect(page.address).toBe('/canned-answers');
  });

  it('deletes one at the version that is shown, and brings it back as it was when that is taken back', async () => {
    await open(canned(1, { version: 4 }));
    press('Delete Answer 1');
    const call = page.http.expectOne({ method: 'DELETE', url: `${URL}/1` });
    expect(call.request.headers.get('If-Match')).toBe('"4"');
    call.flush(null);
    await page.settle();
    expect(rows()).toEqual([]);

    await page.click('Undo');
    await page.answer(
      page.http.expectOne({ method: 'POST', url: `${URL}/1/restore` }),
      canned(1, { version: 4, uses: 3 }),
    );
    await page.answer(listCall(), { results: [canned(1, { version: 4, uses: 3 })], next_cursor: null });
    expect(rows()).toEqual([expect.stringContaining('Used 3 times')]);
  });

  it('says how many of a long file were taken in, and how many not', async () => {
    await open();
    const answers = Array.from({ length: 150 }, (_, at) => ({ name: `A ${at}`, text: 'x' }));
    const file = { text: () => Promise.resolve(JSON.stringify({ answers })) };
    const picker = document.querySelector('input[type=file]')!;
    Object.defineProperty(picker, 'files', { value: [file] });
    picker.dispatchEvent(new Event('change'));
    await page.settle();
    const part = () => page.http.expectOne({ method: 'POST', url: `${URL}/import` });
    await page.answer(part(), { added: 100, known: 0, without_files: [] });
    await page.refuse(part(), aProblem(500, 'internal_error'));

    expect(page.text('[role="alert"]')).toContain('The first 100 answers of the file are taken in, the other 50 not');
  });

  it('says why it did not come', async () => {
    await page.open('/canned-answers');
    await page.refuse(listCall(), aProblem(500, 'internal_error'));

    expect(page.text('[role="alert"]')).toContain('The canned answers could not be loaded');
  });

  async function open(...results: readonly CannedAnswer[]): Promise<void> {
    await page.open('/canned-answers');
    await page.answer(listCall(), { results, next_cursor: null });
  }

  function listCall() {
    return page.http.expectOne(({ method, url }) => method === 'GET' && url === URL);
  }

  function rows(): string[] {
    return [...document.querySelectorAll('li')].map((row) => row.textContent);
  }

  function press(label: string): void {
    document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
  }
});

function canned(id: number, fields: Partial<CannedAnswer> = {}): CannedAnswer {
  const answer = { id, name: `Answer ${id}`, text: 'Hello', team: false, steps: {}, uses: 0, version: 1 };
  return { ...answer, attachments: [], created_at: '', updated_at: '', ...fields };
}
