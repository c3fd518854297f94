import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { ANSWER_TOKENS_MAX } from '../../answer-limit.ts';
import { classificationPrompt, formInWords } from '../../prompt.ts';
import type { SuggestionRequest } from '../../suggester.ts';
import { answerFormat } from './answer-format.ts';
import type { Manner } from './manner.ts';

/** The request for one judgement. The form of the answer is told in words too where no schema enforces it. */
export function chatRequest(
  model: string,
  request: SuggestionRequest,
  { format, limit, instructions }: Manner,
  inWords: boolean,
): ChatCompletionCreateParamsNonStreaming {
  const prompt = classificationPrompt(request);
  const told = format === 'json_schema' && !inWords ? prompt.instructions : `${prompt.instructions}\n\n${formInWords}`;
  return {
    model,
    messages:
      instructions === 'system'
        ? [
            { role: 'system', content: told },
            { role: 'user', content: prompt.ticket },
          ]
        : [{ role: 'user', content: `${told}\n\n${prompt.ticket}` }],
    ...(format === 'json_schema' && { response_format: answerFormat(request) }),
    ...(format === 'json_object' && { response_format: { type: format } }),
    ...(limit !== 'none' && { [limit]: ANSWER_TOKENS_MAX }),
  };
}
