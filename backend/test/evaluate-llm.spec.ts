import { askLlm } from '../src/evaluate-llm.ts';
import type { DecidedTicket } from '../src/learning/domain/decided-ticket.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';

const llm = new FakeLlmServer();
const before = { ...process.env };
const categories = [{ key: 'billing', label: 'Billing', description: 'Invoices and payments.' }];
const tickets: DecidedTicket[] = ['Charged twice', 'Where is my refund?'].map((title) => ({
  text: { title, description: 'Two payments for one invoice, mail ruth@example.com.' },
  ...{ category: 'billing', priority: null },
}));

beforeAll(async () => {
  process.env['OPENAI_BASE_URL'] = await llm.start();
});
beforeEach(() => {
  llm.reset();
  process.env['LLM_API_KEY'] = FAKE_LLM_KEY;
});
afterAll(async () => {
  process.env = before;
  await llm.stop();
});

const ask = () => askLlm()(tickets, categories, () => undefined);

describe('an LLM that is evaluated', () => {
  it('is asked about each ticket, masked by the rules of the desk', async () => {
    const { answers, failures } = await ask();
    expect([answers.map(({ category }) => category.answer), failures]).toEqual([['billing', 'billing'], 0]);
    const { chat } = await llm.received(2);
    expect(JSON.stringify(chat?.body)).toContain('mail [EMAIL_1].');
    expect(JSON.stringify(chat?.body)).not.toContain('ruth');
  });

  it('counts what it had no answer for', async () => {
    llm.behave({ kind: 'refusal' }, { kind: 'keywords' });
    expect(await ask()).toMatchObject({ failures: 1, answers: [{ category: { answer: 'billing' } }] });
  });

  it('is no figure at all when it answered nothing, but a reason', async () => {
    llm.behave({ kind: 'status', status: 401 });
    await expect(ask()).rejects.toThrow('The LLM gave no answer about any ticket: bad_api_key');
  });

  it('needs a key, whatever its server wants', () => {
    process.env['LLM_API_KEY'] = '';
    expect(() => askLlm()).toThrow('No LLM is set up: set LLM_API_KEY, to any text for a server that wants none.');
  });
});
