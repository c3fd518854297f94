import { InvalidEnvironmentError } from '../../config/environment.ts';
import type { LlmSettings } from '../../config/settings.ts';
import type { PatientLlmProvider } from '../llm-provider.ts';
import { CircuitBreakingProvider } from '../providers/circuit-breaking.provider.ts';
import { openAiProvider } from '../providers/openai/openai.provider.ts';
import type { Suggester, SuggesterChain } from '../suggester.ts';
import { DefaultSuggester } from './default.suggester.ts';
import { LlmSuggester } from './llm.suggester.ts';

/** Those who can be asked first, by the name that LLM_PROVIDER takes; a new one is one line here. */
const SUGGESTERS: ReadonlyMap<string, (settings: LlmSettings) => Suggester> = new Map([
  ['openai', llm(openAiProvider)],
]);

/**
 * Who is asked, in this order: the configured one, then the defaults.
 *
 * @throws InvalidEnvironmentError naming those there are, when LLM_PROVIDER is none of them.
 */
export function suggesterChain(settings: LlmSettings): SuggesterChain {
  return [configuredSuggester(settings), new DefaultSuggester()];
}

function configuredSuggester(settings: LlmSettings): Suggester {
  const create = SUGGESTERS.get(settings.provider);
  if (create) return create(settings);
  const known = [...SUGGESTERS.keys()].join(', ');
  throw new InvalidEnvironmentError(`Invalid settings: LLM_PROVIDER must be one of ${known}.`);
}

function llm(create: (settings: LlmSettings) => PatientLlmProvider): (settings: LlmSettings) => Suggester {
  return (settings) => new LlmSuggester(new CircuitBreakingProvider(create(settings)));
}
