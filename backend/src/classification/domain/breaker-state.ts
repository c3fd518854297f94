/** Whether an LLM is asked (`closed`), left alone (`open`), or tried with one question that decides (`half_open`). */
export const BREAKER_STATES = ['closed', 'half_open', 'open'] as const;

export type BreakerState = (typeof BREAKER_STATES)[number];
