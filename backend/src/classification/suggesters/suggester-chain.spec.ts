import { InvalidEnvironmentError } from '../../config/environment.ts';
import { Secret } from '../../config/secret.ts';
import type { LlmSettings, SuggestionSettings } from '../../config/settings.ts';
import { PROMPT_VERSION } from '../prompt.ts';
import { LocalSuggester } from './local.suggester.ts';
import { suggesterChain } from './suggester-chain.ts';

const settings = {
  ...{ provider: 'openai', apiKey: null, model: 'gpt-4o-mini', baseUrl: null },
  ...{ timeoutMs: 1_000, loadTimeoutMs: 0, proxies: { http: null, https: null, bypass: '' } },
};

const own = new LocalSuggester({ current: noModel });

function chainOf(changes: Partial<LlmSettings> = {}, fallback: SuggestionSettings['fallback'] = 'local') {
  return suggesterChain({ llm: { ...settings, ...changes }, suggestions: { fallback, hiddenShare: 0 } }, own);
}

function noModel(): never {
  throw new Error('No model has been loaded');
}

describe('the chain of suggesters', () => {
  it('begins with the one that is named, has the desk itself stand in, and ends with the defaults', () => {
    const chain = chainOf({ apiKey: new Secret('sk-test') });
    expect(chain.map(({ source, model, version, configured }) => [source, model, version, configured])).toEqual([
      ['llm', 'gpt-4o-mini', PROMPT_VERSION, true],
      ['local', 'built-in', null, true],
      ['default', null, null, true],
    ]);
  });

  it('has the desk stand in for an LLM only where it is set so', () => {
    expect(chainOf({}, 'defaults').map(({ source }) => source)).toEqual(['llm', 'default']);
  });

  it('asks no LLM when the desk answers itself, whether there is a key or not', () => {
    const chain = chainOf({ provider: 'local', apiKey: new Secret('sk-test') });
    expect(chain.map(({ source }) => source)).toEqual(['local', 'default']);
  });

  it('knows by its first one whether it is configured', () => {
    expect(chainOf()[0].configured).toBe(false);
  });

  it.each(['OpenAI', 'constructor', 'llama', ''])('must begin with a known one, not “%s”', (provider) => {
    const create = () => chainOf({ provider });
    expect(create).toThrow(InvalidEnvironmentError);
    expect(create).toThrow('Invalid settings: LLM_PROVIDER must be one of local, openai.');
  });
});
