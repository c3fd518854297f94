import { InvalidEnvironmentError } from '../../config/environment.ts';
import type { LlmSettings, Settings } from '../../config/settings.ts';
import type { PatientLlmProvider } from '../llm-provider.ts';
import { CircuitBreakingProvider } from '../providers/circuit-breaking.provider.ts';
import { openAiProvider } from '../providers/openai/openai.provider.ts';
import type { Suggester, SuggesterChain } from '../suggester.ts';
import { DefaultSuggester } from './default.suggester.ts';
import { LlmSuggester } from './llm.suggester.ts';

/** LLMs that can be asked first, by the name that LLM_PROVIDER takes; a new one is one line here. */
const LLMS: ReadonlyMap<string, (settings: LlmSettings) => Suggester> = new Map([['openai', llm(openAiProvider)]]);

/** The name of the desk's own suggester, which needs no LLM. */
const LOCAL = 'local';

/**
 * Who is asked, in this order: the configured one, the desk's own in the place of an LLM that failed (where it is set so),
 * then the defaults.
 *
 * @throws InvalidEnvironmentError naming those there are, when LLM_PROVIDER is none of them.
 */
export function suggesterChain(settings: Pick<Settings, 'llm' | 'suggestions'>, own: Suggester): SuggesterChain {
  if (settings.llm.provider === LOCAL) return [own, new DefaultSuggester()];
  const standsIn = settings.suggestions.fallback === 'local' ? [own] : [];
  return [llmSuggester(settings.llm), ...standsIn, new DefaultSuggester()];
}

/** @throws InvalidEnvironmentError naming those there are, when LLM_PROVIDER is none of them. */
export function llmSuggester(settings: LlmSettings): Suggester {
  const create = LLMS.get(settings.provider);
  if (create) return create(settings);
  const known = [LOCAL, ...LLMS.keys()].join(', ');
  throw new InvalidEnvironmentError(`Invalid settings: LLM_PROVIDER must be one of ${known}.`);
}

function llm(create: (settings: LlmSettings) => PatientLlmProvider): (settings: LlmSettings) => Suggester {
  return (settings) => new LlmSuggester(new CircuitBreakingProvider(create(settings)));
}
