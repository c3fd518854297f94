import type { LlmState } from '../../api/admin-model';

/** An LLM without its key. */
export const LLM_STATE: LlmState = {
  provider: 'openai',
  model: 'gpt-4o-mini',
  base_url: null,
  key_set: false,
  prompt_version: '3',
  timeout_ms: 10_000,
  load_timeout_ms: 300_000,
  not_taken: [],
  last_day: { asked: 142, answered: 139, failed: 3 },
  failures: [{ at: '2026-04-20T09:22:00.000Z', reason: 'timeout', model: 'gpt-4o-mini', latency_ms: 10_000 }],
};
