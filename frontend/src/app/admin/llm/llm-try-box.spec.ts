import type { TestRequest } from '@angular/common/http/testing';
import type { LlmState, LlmTry } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';
import { LLM_STATE } from '../testing/llm';

const OWN: LlmTry = {
  ...{
    suggested_category: 'billing',
    suggested_priority: 'medium',
    source: 'local',
    model: 'built-in',
    measured: true,
  },
  confidence: { category: 0.88, priority: null },
  reasons: { category: ['invoice'], priority: [] },
  options: { category: ['billing'], priority: [] },
  ...{ abstained: false, abstained_because: null, notice: null, latency_ms: 1 },
  ...{ failure_reason: null, server_message: null },
};
const FOREIGN: LlmTry = {
  ...OWN,
  ...{
    suggested_category: 'technical',
    suggested_priority: 'high',
    source: 'llm',
    model: 'gpt-4o-mini',
    latency_ms: 820,
  },
  confidence: { category: 0.71, priority: 0.6 },
  reasons: { category: ['0 KB'], priority: [] },
  options: { category: ['technical'], priority: ['high'] },
};

async function open(values: Partial<LlmState> = {}): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', '/api/admin/llm', { ...LLM_STATE, ...values });
  return page;
}

/** Asks about a text, and gives the questions by whom they are for. */
async function ask(page: AdminTestPage): Promise<Map<unknown, TestRequest>> {
  await page.write('Description', 'Every invoice PDF is 0 KB.');
  await page.click('Ask');
  const calls = page.http.match('/api/admin/llm/try');
  return new Map(calls.map((call) => [(call.request.body as { by: string }).by, call]));
}

async function answer(page: AdminTestPage, call: TestRequest | undefined, body: LlmTry): Promise<void> {
  call?.flush(body);
  await page.settle();
}

describe('trying suggestions', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks both at the same time, and shows each answer as it comes', async () => {
    const page = await open();
    const calls = await ask(page);
    expect([...calls.keys()]).toEqual(['local', 'llm']);
    expect(calls.get('llm')?.request.body).toEqual({ description: 'Every invoice PDF is 0 KB.', by: 'llm' });
    await answer(page, calls.get('local'), OWN);
    expect(page.texts('desk-try-answer h3')).toEqual(["The desk's own 1 ms", 'The LLM']);
    await answer(page, calls.get('llm'), FOREIGN);
    expect(page.texts('.suggestion')).toEqual([
      'Category Billing Sure · 88 % because of invoice',
      'Priority No suggestion',
      'Category Technical Fairly sure · 71 % because of 0 KB',
      'Priority High Unsure · 60 %',
    ]);
    expect(page.text('desk-llm-try-box')).toContain('Nothing is stored');
  });

  it('says why one failed, in the words of its server too, while the other stands', async () => {
    const page = await open();
    const calls = await ask(page);
    await answer(page, calls.get('llm'), {
      ...FOREIGN,
      failure_reason: 'no_credit',
      server_message: 'Insufficient credits',
    });
    await answer(page, calls.get('local'), OWN);
    expect(page.text('.none')).toContain('The account of the API key has no credit left.');
    expect(page.text('.none q')).toBe('Insufficient credits');
    expect(page.text('.suggestion')).toContain('Priority');
  });

  it('says why a question could not be asked, and keeps the text', async () => {
    const page = await open();
    const calls = await ask(page);
    await answer(page, calls.get('local'), OWN);
    const problem = {
      type: 'x',
      title: 'Too many',
      status: 429,
      detail: 'Too many questions.',
      code: 'too_many_requests',
    };
    calls.get('llm')?.flush(problem, { status: 429, statusText: 'No' });
    await page.settle();
    expect(page.text('desk-failure-banner')).toContain('The question could not be asked.');
    expect(page.texts('.suggestion')).toHaveLength(2);
    expect(document.querySelector<HTMLTextAreaElement>('desk-llm-try-box textarea')?.value).toBe(
      'Every invoice PDF is 0 KB.',
    );
  });

  it('asks the desk alone where no LLM is set up', async () => {
    const page = await open({ provider: 'local', model: 'built-in' });
    const calls = await ask(page);
    expect([...calls.keys()]).toEqual(['local']);
  });

  it('offers two where two are likely, and says why it is silent', async () => {
    const page = await open({ provider: 'local' });
    let calls = await ask(page);
    await answer(page, calls.get('local'), { ...OWN, options: { category: ['billing', 'general'], priority: [] } });
    expect(page.texts('.suggestion')[0]).toContain('Category Billing or General');
    calls = await ask(page);
    await answer(page, calls.get('local'), {
      ...{ ...OWN, options: { category: [], priority: [] }, confidence: { category: null, priority: null } },
      ...{ reasons: { category: [], priority: [] }, abstained: true, abstained_because: 'too_close' },
    });
    expect(page.texts('.suggestion')[0]).toBe('Category No suggestion: too close to call');
  });

  it('states no percentage before the desk has been measured', async () => {
    const page = await open({ provider: 'local' });
    const calls = await ask(page);
    await answer(page, calls.get('local'), { ...OWN, measured: false });
    expect(page.texts('.suggestion')[0]).toBe('Category Billing A first guess because of invoice');
  });

  it('asks for a text first', async () => {
    const page = await open();
    await page.click('Ask');
    expect(page.text('desk-llm-try-box mat-error')).toBe('Description is needed.');
    page.http.expectNone('/api/admin/llm/try');
  });
});
