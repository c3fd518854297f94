import { InvalidEnvironmentError } from '../../config/environment.ts';
import type { LlmSettings } from '../../config/settings.ts';
import type { LlmProvider } from '../llm-provider.ts';
import { openAiProvider } from '../providers/openai/openai.provider.ts';

/** The LLM providers by the name that LLM_PROVIDER takes; a new one is one line here. */
const LLM_PROVIDERS: ReadonlyMap<string, (settings: LlmSettings) => LlmProvider> = new Map([
  ['openai', openAiProvider],
]);

/** @throws InvalidEnvironmentError naming the providers there are, when LLM_PROVIDER is none of them. */
export function createLlmProvider(settings: LlmSettings): LlmProvider {
  const create = LLM_PROVIDERS.get(settings.provider);
  if (create) return create(settings);
  const known = [...LLM_PROVIDERS.keys()].join(', ');
  throw new InvalidEnvironmentError(`Invalid settings: LLM_PROVIDER must be one of ${known}.`);
}
