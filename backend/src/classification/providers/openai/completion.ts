import type { ChatCompletion } from 'openai/resources/chat/completions';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';

/** Many times what three short reasons per field need. */
const MAX_ANSWER_LENGTH = 16_000;

/**
 * The answer within a completion, decoded. The type is what the SDK promises; any server may send anything.
 *
 * @throws SuggesterFailure when there is none.
 */
export function answerOf(completion: ChatCompletion): unknown {
  const choice = firstChoice(completion);
  const { refusal, content } = choice?.message ?? {};
  if (refusal || choice?.finish_reason === 'content_filter') throw new SuggesterFailure('refused');
  if (choice?.finish_reason === 'length') throw new SuggesterFailure('truncated');
  if (typeof content !== 'string' || content.trim() === '') throw new SuggesterFailure('empty');
  if (content.length > MAX_ANSWER_LENGTH) throw new SuggesterFailure('truncated');
  try {
    return JSON.parse(content);
  } catch {
    throw new SuggesterFailure('invalid_json');
  }
}

function firstChoice(completion: unknown): Partial<ChatCompletion.Choice> | undefined {
  // The SDK hands out a body of another type than JSON as text.
  if (typeof completion === 'string' && completion.trim() !== '') throw new SuggesterFailure('invalid_json');
  const choices = (completion as Partial<ChatCompletion> | null | undefined)?.choices;
  return Array.isArray(choices) ? choices[0] : undefined;
}
