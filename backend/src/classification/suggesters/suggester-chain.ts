import { InvalidEnvironmentError } from '../../config/environment.ts';
import type { LlmSettings } from '../../config/settings.ts';
import type { LlmDesk } from '../llm-desk.ts';
import type { PatientLlmProvider } from '../llm-provider.ts';
import { CircuitBreakingProvider } from '../providers/circuit-breaking.provider.ts';
import { openAiProvider } from '../providers/openai/openai.provider.ts';
import type { Suggester, SuggesterChain } from '../suggester.ts';
import { DefaultSuggester } from './default.suggester.ts';
import { LlmSuggester } from './llm.suggester.ts';
import { StandIn } from './stand-in.suggester.ts';

/** LLMs that can be asked first, by the name that LLM_PROVIDER takes; a new one is one line here. */
const LLMS: ReadonlyMap<string, (settings: LlmSettings, desk: LlmDesk) => Suggester> = new Map([
  ['openai', llm(openAiProvider)],
]);

/** The name of the desk's own suggester, which needs no LLM. */
const LOCAL = 'local';

/** The desk's own suggester, and whether it may answer when an LLM fails, as the desk is set at the moment. */
export interface Own {
  readonly suggester: Suggester;
  readonly standsIn: () => Promise<boolean>;
}

/**
 * Who is asked, in this order: the configured one, the desk's own in the place of an LLM that failed, then the defaults.
 *
 * @throws InvalidEnvironmentError naming those there are, when LLM_PROVIDER is none of them.
 */
export function suggesterChain(settings: LlmSettings, { suggester, standsIn }: Own, desk: LlmDesk): SuggesterChain {
  if (settings.provider === LOCAL) return [suggester, new DefaultSuggester()];
  return [llmSuggester(settings, desk), new StandIn(suggester, standsIn), new DefaultSuggester()];
}

/** @throws InvalidEnvironmentError naming those there are, when LLM_PROVIDER is none of them. */
export function llmSuggester(settings: LlmSettings, desk: LlmDesk): Suggester {
  const create = LLMS.get(settings.provider);
  if (create) return create(settings, desk);
  const known = [LOCAL, ...LLMS.keys()].join(', ');
  throw new InvalidEnvironmentError(`Invalid settings: LLM_PROVIDER must be one of ${known}.`);
}

function llm(
  create: (settings: LlmSettings) => PatientLlmProvider,
): (settings: LlmSettings, desk: LlmDesk) => Suggester {
  return (settings, desk) => new LlmSuggester(new CircuitBreakingProvider(create(settings)), desk);
}
