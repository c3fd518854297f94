import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Live } from '../../api/live/live';
import { LOOK_MS } from '../../api/live/told';
import { AdminTestPage } from '../testing/admin-page';
import { aRun } from '../../tickets/testing/runs';

const BULK = '/api/admin/tickets/bulk';
const FAILURES = [{ ticket: 12, reason: 'Somebody has changed it since.' }];

async function open(runs: object[], url = '/admin/tickets/runs'): Promise<AdminTestPage> {
  const page = await AdminTestPage.open(url);
  page.http.match(BULK).forEach((call) => call.flush({ results: runs }));
  await page.answerSurroundings();
  return page;
}

describe('changes of many tickets', () => {
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('names the result, what failed and why, with a link to the ticket', async () => {
    const done = aRun({
      state: 'done',
      changed: 4209,
      failed: 1,
      failures: FAILURES,
      can_undo: true,
      finished_at: 'x',
    });
    const page = await open([done]);

    expect(page.text('desk-bulk-run-card')).toContain('4,209 changed, 1 failed');
    expect(page.text('desk-bulk-run-card')).toContain('Priya Nair');
    expect(page.text('desk-bulk-run-card li')).toBe('#12 Somebody has changed it since.');
    expect(page.control('#12').getAttribute('href')).toBe('/tickets/12');
  });

  it('undoes one after a question, as a run of its own', async () => {
    const page = await open([aRun({ state: 'done', changed: 4209, can_undo: true })]);
    await page.click('Undo');
    expect(page.text('desk-confirm-dialog')).toContain('4,209 tickets get back what they had before.');
    await page.click('Undo');
    await page.answer('POST', `${BULK}/run-1/undo`, aRun({ id: 'run-2', kind: 'undo', action: {} }));

    expect(page.dialogs()).toBe(0);
  });

  it('shows what this person began wherever they point', async () => {
    const first = aRun({ state: 'done', changed: 4209, can_undo: true });
    const page = await open([first]);
    document.querySelector('[deskInUse]')?.dispatchEvent(new Event('pointerenter'));
    await page.click('Undo');
    await page.click('Undo');
    const undo = aRun({ id: 'run-2', kind: 'undo', action: {} });
    await page.answer('POST', `${BULK}/run-1/undo`, undo);
    await page.answer('GET', BULK, { results: [undo, first] });
    expect(page.texts('desk-bulk-run-card')).toHaveLength(2);
  });

  it('offers no undo for one that was taken back', async () => {
    const page = await open([aRun({ state: 'done', undone_by: 'run-2' })]);

    expect(page.text('desk-bulk-run-card .actions')).toBe('Taken back');
  });

  it('says what to do while there are none', async () => {
    const page = await open([]);

    expect(page.text('desk-empty-state h2')).toBe('No change of many tickets yet');
  });

  it('follows one that is running, as the desk tells of it, until it is over', async () => {
    const page = await AdminTestPage.open('/admin/tickets');
    page.http
      .match((call) => call.url === '/api/tickets')
      .forEach((call) => call.flush({ results: [], count: 0, count_exact: true, next_cursor: null }));
    await page.settle();
    jest.useFakeTimers();
    await answer(page, aRun());
    expect(page.text('desk-bulk-run-card')).toContain('0 of 4,210');

    await told();
    await told();
    await answer(page, aRun({ processed: 2105 }));
    expect(page.text('desk-bulk-run-card')).toContain('2,105 of 4,210');
    expect(document.querySelector('mat-progress-bar')?.getAttribute('aria-valuenow')).toBe('50');

    await told();
    page.http.expectOne(BULK).flush('', { status: 503, statusText: 'Away' });
    await settle();
    expect(page.text('desk-bulk-run-card')).toContain('The progress cannot be read right now; trying again.');
    window.dispatchEvent(new Event('online'));
    await answer(page, aRun({ processed: 3000 }));

    await told();
    await answer(page, aRun({ state: 'done', processed: 4210, changed: 4210, finished_at: 'x' }));
    expect(page.text('desk-bulk-run-card [role=status]')).toBe('4,210 changed');
    // What is listed has changed.
    page.http.expectOne((call) => call.url === '/api/tickets');
    await jest.advanceTimersByTimeAsync(60_000);
    page.http.expectNone(BULK);
  });

  it('asks again after a gap, now and then while the line is off, and never by itself while it stands', async () => {
    const page = await AdminTestPage.open('/admin/tickets/runs');
    const live = TestBed.inject(Live);
    live.become('on', null);
    await page.settle();
    jest.useFakeTimers();
    page.http.match(BULK).forEach((call) => call.flush({ results: [aRun()] }));
    await settle();
    await jest.advanceTimersByTimeAsync(10 * LOOK_MS);
    page.http.expectNone(BULK);

    live.tellMissed('besides tickets');
    await jest.advanceTimersByTimeAsync(1_000);
    await answer(page, aRun({ processed: 2105 }));
    expect(page.text('desk-bulk-run-card')).toContain('2,105 of 4,210');

    live.become('off', null);
    await settle();
    await jest.advanceTimersByTimeAsync(LOOK_MS);
    await answer(page, aRun({ state: 'done', processed: 4210, changed: 4210, finished_at: 'x' }));
    await jest.advanceTimersByTimeAsync(10 * LOOK_MS);
    page.http.expectNone(BULK);
  });

  /** Real time passes in the specs of other pages; here the seconds are ours. */
  async function told(): Promise<void> {
    TestBed.inject(Live).hear({ kind: 'bulk_run.changed', id: 'run-1' });
    await jest.advanceTimersByTimeAsync(1_000);
    TestBed.tick();
  }

  async function answer(page: AdminTestPage, run: object): Promise<void> {
    await settle();
    page.http.expectOne(BULK).flush({ results: [run] });
    await settle();
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }
});
