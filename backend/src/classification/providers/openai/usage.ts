import type { TokenUsage } from '../../../suggestions/domain/token-usage.ts';
import { bodiesIn } from './completion.ts';

/** No answer has as many; what claims more is no count. */
const MOST_TOKENS = 100_000_000;

/**
 * What a server says that an answer took: `usage` of OpenAI, under its older and newer names, in the last event of a stream,
 * or the counts of Ollama's own protocol. Null when it tells nothing.
 */
export function usageIn(body: string): TokenUsage | null {
  const found = (bodiesIn(body.trim()) ?? []).flat().flatMap((one) => usageOf(one) ?? []);
  return found.at(-1) ?? null;
}

function usageOf(body: unknown): TokenUsage | null {
  const whole = fields(body);
  const inner = fields(whole['x_groq'] ?? whole['response']);
  return readUsage(fields(whole['usage'])) ?? readUsage(fields(inner['usage'])) ?? readUsage(whole);
}

function readUsage(usage: Readonly<Record<string, unknown>>): TokenUsage | null {
  const prompt = count(usage['prompt_tokens'] ?? usage['input_tokens'] ?? usage['prompt_eval_count']);
  const completion = count(usage['completion_tokens'] ?? usage['output_tokens'] ?? usage['eval_count']);
  // Embeddings and the like tell one of both; an answer that took nothing was not counted.
  if (prompt === null || completion === null || prompt + completion === 0) return null;
  return { prompt, completion };
}

function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST_TOKENS ? number : null;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
