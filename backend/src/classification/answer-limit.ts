/** Room for the answer of an LLM, and for those that think before it, in tokens. */
export const ANSWER_TOKENS_MAX = 2_000;
