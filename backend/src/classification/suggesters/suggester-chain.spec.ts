import { InvalidEnvironmentError } from '../../config/environment.ts';
import { Secret } from '../../config/secret.ts';
import { PROMPT_VERSION } from '../prompt.ts';
import { suggesterChain } from './suggester-chain.ts';

const settings = {
  ...{ provider: 'openai', apiKey: null, model: 'gpt-4o-mini', baseUrl: null },
  ...{ timeoutMs: 1_000, loadTimeoutMs: 0, proxies: { http: null, https: null, bypass: '' } },
};

describe('the chain of suggesters', () => {
  it('begins with the one that is named and ends with the defaults', () => {
    const chain = suggesterChain({ ...settings, apiKey: new Secret('sk-test') });
    expect(chain.map(({ source, model, version, configured }) => [source, model, version, configured])).toEqual([
      ['llm', 'gpt-4o-mini', PROMPT_VERSION, true],
      ['default', null, null, true],
    ]);
  });

  it('knows by its first one whether it is configured', () => {
    expect(suggesterChain(settings)[0].configured).toBe(false);
  });

  it.each(['OpenAI', 'constructor', 'llama', ''])('must begin with a known one, not “%s”', (provider) => {
    const create = () => suggesterChain({ ...settings, provider });
    expect(create).toThrow(InvalidEnvironmentError);
    expect(create).toThrow('Invalid settings: LLM_PROVIDER must be one of openai.');
  });
});
