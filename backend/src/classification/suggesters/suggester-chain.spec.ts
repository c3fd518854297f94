import { InvalidEnvironmentError } from '../../config/environment.ts';
import { createLlmProvider } from './suggester-chain.ts';

const settings = { provider: 'openai', apiKey: null, model: 'gpt-4o-mini', baseUrl: null, timeoutMs: 1_000 };

describe('the LLM provider', () => {
  it('is made by name', () => {
    expect(createLlmProvider(settings).model).toBe('gpt-4o-mini');
  });

  it.each(['OpenAI', 'constructor', 'llama', ''])('must be a known one, not “%s”', (provider) => {
    const create = () => createLlmProvider({ ...settings, provider });
    expect(create).toThrow(InvalidEnvironmentError);
    expect(create).toThrow('Invalid settings: LLM_PROVIDER must be one of openai.');
  });
});
