import type { LlmState } from '../../api/admin-model';
import { milliseconds } from '../overview/health';

/** What is said of the one who is asked for suggestions. */
export interface AskedWords {
  heading: string;
  /** Whether its key is set; null when it needs none. */
  key: boolean | null;
  lines: readonly { label: string; value: string }[];
  /** Where all this is settled. */
  where: string;
}

/** The desk's own suggester needs nothing of what an LLM needs. */
const OWN: AskedWords = {
  heading: 'Own model',
  key: null,
  lines: [{ label: 'Needs', value: 'Neither a key nor a network' }],
  where: "The desk's own suggester reads the tickets. To ask an LLM instead, set LLM_API_KEY where the API is started.",
};

/** Whether an LLM is asked; not while that is not known. */
export function asksLlm(state: LlmState | undefined): boolean {
  return state !== undefined && state.provider !== 'local';
}

export function askedWords(state: LlmState): AskedWords {
  if (!asksLlm(state)) return OWN;
  const { model, prompt_version: prompt } = state;
  return {
    heading: 'LLM',
    key: state.key_set,
    lines: [
      { label: 'Provider', value: state.provider },
      ...(model === null ? [] : [{ label: 'Model', value: model }]),
      { label: 'Address', value: state.base_url ?? "The provider's own" },
      ...(prompt === null ? [] : [{ label: 'Prompt', value: `Version ${prompt}` }]),
      { label: 'Time limit', value: milliseconds(state.timeout_ms) },
      { label: 'Time limit to load the model', value: milliseconds(state.load_timeout_ms) },
      { label: 'Refused by its server', value: state.not_taken.join(', ') || 'Nothing so far' },
    ],
    where: 'Settings are made where the API is started: see LLM_PROVIDER, LLM_API_KEY and OPENAI_MODEL.',
  };
}
