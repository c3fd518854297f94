import { InvalidEnvironmentError } from '../../config/environment.ts';
import { Secret } from '../../config/secret.ts';
import { NO_DESK } from '../llm-desk.ts';
import { PROMPT_VERSION } from '../prompt.ts';
import { LocalSuggester } from '../providers/local/local.suggester.ts';
import { suggesterChain } from './suggester-chain.ts';

const settings = {
  ...{ provider: 'openai', apiKey: null, model: 'gpt-4o-mini', baseUrl: null },
  ...{ timeoutMs: 1_000, loadTimeoutMs: 0, proxies: { http: null, https: null, bypass: '' } },
};

const own = {
  suggester: new LocalSuggester({ current: noModel }, () => Promise.resolve({})),
  standsIn: () => Promise.resolve(true),
};

function noModel(): never {
  throw new Error('No model has been loaded');
}

describe('the chain of suggesters', () => {
  it('begins with the one that is named, has the desk itself stand in, and ends with the defaults', () => {
    const chain = suggesterChain({ ...settings, apiKey: new Secret('sk-test') }, own, NO_DESK);
    expect(chain.map(({ source, model, version, configured }) => [source, model, version, configured])).toEqual([
      ['llm', 'gpt-4o-mini', PROMPT_VERSION, true],
      ['local', 'built-in', null, true],
      ['default', null, null, true],
    ]);
  });

  it('asks no LLM when the desk answers itself, whether there is a key or not', () => {
    const chain = suggesterChain({ ...settings, provider: 'local', apiKey: new Secret('sk-test') }, own, NO_DESK);
    expect(chain.map(({ source }) => source)).toEqual(['local', 'default']);
  });

  it('knows by its first one whether it is configured', () => {
    expect(suggesterChain(settings, own, NO_DESK)[0].configured).toBe(false);
  });

  it.each(['OpenAI', 'constructor', 'llama', ''])('must begin with a known one, not “%s”', (provider) => {
    const create = () => suggesterChain({ ...settings, provider }, own, NO_DESK);
    expect(create).toThrow(InvalidEnvironmentError);
    expect(create).toThrow('Invalid settings: LLM_PROVIDER must be one of local, openai.');
  });
});
