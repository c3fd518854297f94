import type { LlmSettings } from '../../../config/settings.ts';
import type { LlmProvider } from '../../llm-provider.ts';
import { PROMPT_VERSION, classificationPrompt } from '../../prompt.ts';
import type { SuggestionRequest } from '../../suggester.ts';
import { withRetries } from '../retrying.ts';
import { UnavailableProvider } from '../unavailable.provider.ts';
import { answerFormat } from './answer-format.ts';
import { answerOf } from './completion.ts';
import { QuietOpenAi } from './openai-client.ts';
import { toSuggesterFailure } from './openai-failure.ts';

/** Room for the answer, and for models that think before it. */
const MAX_TOKENS = 2_000;

/** OpenAI, or any server that speaks its chat completions with structured output. */
class OpenAiProvider implements LlmProvider {
  readonly promptVersion = PROMPT_VERSION;
  readonly configured = true;
  readonly model: string;
  private readonly client: QuietOpenAi;
  private readonly timeoutMs: number;

  constructor(client: QuietOpenAi, { model, timeoutMs }: LlmSettings) {
    this.client = client;
    this.model = model;
    this.timeoutMs = timeoutMs;
  }

  classify(request: SuggestionRequest, signal: AbortSignal): Promise<unknown> {
    const { instructions, ticket } = classificationPrompt(request);
    return withRetries(this.timeoutMs, signal, async (within) => {
      try {
        const completion = await this.client.chat.completions.create(
          {
            model: this.model,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: ticket },
            ],
            response_format: answerFormat(request),
            max_completion_tokens: MAX_TOKENS,
          },
          { signal: within },
        );
        return answerOf(completion);
      } catch (error) {
        throw toSuggesterFailure(error);
      }
    });
  }
}

/** Connects to OpenAI. Without a key, or with one that no header can carry, nothing is ever called. */
export function openAiProvider(settings: LlmSettings): LlmProvider {
  const { apiKey, model } = settings;
  if (!apiKey) return new UnavailableProvider(model, 'no_api_key');
  if (!/^[\x21-\x7e]+$/.test(apiKey.reveal())) return new UnavailableProvider(model, 'bad_api_key');
  return new OpenAiProvider(new QuietOpenAi({ ...settings, apiKey }), settings);
}
