import type { ChatCompletion } from 'openai/resources/chat/completions';
import { LlmFailure } from '../../domain/suggester-failure.ts';

/** Many times what three short reasons per field need. */
const MAX_ANSWER_LENGTH = 16_000;

/**
 * The answer within a completion, decoded. The type is what the SDK promises; any server may send anything.
 *
 * @throws LlmFailure when there is none.
 */
export function answerOf(completion: ChatCompletion): unknown {
  const choice = firstChoice(completion);
  const { refusal, content } = choice?.message ?? {};
  if (refusal || choice?.finish_reason === 'content_filter') throw new LlmFailure('refused');
  if (choice?.finish_reason === 'length') throw new LlmFailure('truncated');
  if (typeof content !== 'string' || content.trim() === '') throw new LlmFailure('empty');
  if (content.length > MAX_ANSWER_LENGTH) throw new LlmFailure('truncated');
  try {
    return JSON.parse(content);
  } catch {
    throw new LlmFailure('invalid_json');
  }
}

function firstChoice(completion: unknown): Partial<ChatCompletion.Choice> | undefined {
  // The SDK hands out a body of another type than JSON as text.
  if (typeof completion === 'string' && completion.trim() !== '') throw new LlmFailure('invalid_json');
  const choices = (completion as Partial<ChatCompletion> | null | undefined)?.choices;
  return Array.isArray(choices) ? choices[0] : undefined;
}
