import { AdminTestPage } from '../testing/admin-page';
import { LLM_STATE as STATE } from '../testing/llm';

async function open(): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', '/api/admin/llm', STATE);
  return page;
}

describe('the page about suggestions', () => {
  afterEach(() => document.body.replaceChildren());

  it('says which model runs, whether a key is set, and what failed in plain words', async () => {
    const page = await open();

    expect(page.texts('.settings dl div')).toContain('API key Not set');
    expect(page.texts('.settings dl div')).toContain('Time limit 10 s');
    expect(page.texts('.settings dl div')).toContain('Defaults filled in 3');
    expect(page.text('.failures')).toContain('The model took too long to answer.');
  });

  it('asks for no key where the desk suggests by itself', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.answer('GET', '/api/admin/llm', { ...STATE, provider: 'local', model: 'built-in' });

    expect(page.text('.settings h2')).toBe('Own model');
    expect(page.texts('.settings dl div')[0]).toBe('Needs Neither a key nor a network');
    expect(page.text('.settings')).not.toMatch(/API key|Address|Prompt/);
  });

  it('says what the server of the model does not take', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.answer('GET', '/api/admin/llm', { ...STATE, not_taken: ['response_format: json_schema', 'max_tokens'] });

    expect(page.texts('.settings dl div')).toContain('Refused by its server response_format: json_schema, max_tokens');
  });

  it('reads all that it shows again', async () => {
    const page = await open();
    const parts = ['settings', 'automatic', 'budget', 'lexicon'].map((part) => `/api/admin/suggestions/${part}`);
    const urls = ['/api/admin/llm', '/api/admin/models', ...parts];
    for (const url of parts) page.call('GET', url).flush(null, { status: 503, statusText: 'No' });
    page.call('GET', '/api/admin/models').flush(null, { status: 503, statusText: 'No' });
    await page.settle();
    await page.click('Refresh');
    expect(urls.filter((url) => page.http.match((request) => request.url === url).length === 1)).toEqual(urls);
  });

  it('keeps the settings when only the refresh fails', async () => {
    const page = await open();
    await page.click('Refresh');
    await page.refuse('GET', '/api/admin/llm', 503, 'database_unavailable', 'The database is away.');

    expect(page.text('.settings desk-banner')).toContain('The settings could not be refreshed. The database is away.');
    expect(page.texts('.settings dl')).toHaveLength(2);
    await page.click('Try again');
    await page.answer('GET', '/api/admin/llm', STATE);
    expect(page.texts('.settings desk-banner')).toEqual([]);
  });
});
