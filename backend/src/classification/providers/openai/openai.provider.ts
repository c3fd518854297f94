import type { LlmSettings } from '../../../config/settings.ts';
import { judgementOf } from '../../domain/judgement.ts';
import { serverWords } from '../../domain/server-words.ts';
import { shortened } from '../../domain/shortened.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import type { CallLog, CallOutcome, PatientLlmProvider } from '../../llm-provider.ts';
import { PROMPT_VERSION } from '../../prompt.ts';
import type { SuggestionRequest } from '../../suggester.ts';
import { withRetries } from '../retrying.ts';
import { UnavailableProvider } from '../unavailable.provider.ts';
import { answerIn } from './answer.ts';
import { chatRequest } from './chat-request.ts';
import { meaningOf } from './error-meaning.ts';
import { ServerRefusal } from './llm-fetch.ts';
import { Manners, type MannerSearch, mindedBy, mindsLimit } from './manner.ts';
import { QuietOpenAi } from './openai-client.ts';
import { type Shown, causeOf, toSuggesterFailure } from './openai-failure.ts';
import { PatientCalls } from './patient-calls.ts';
import { serverErrorOf } from './server-error.ts';
import { usageIn } from './usage.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What is asked, and who keeps the calls that it takes. */
interface Question {
  readonly request: SuggestionRequest;
  readonly calls: CallLog;
}

/** OpenAI, or any server that speaks its chat completions, as far as it does. */
class OpenAiProvider implements PatientLlmProvider {
  readonly promptVersion = PROMPT_VERSION;
  readonly configured = true;
  readonly model: string;
  private readonly client: QuietOpenAi;
  private readonly timeoutMs: number;
  private readonly secrets: readonly string[];
  private readonly manners = new Manners();
  private readonly calls: PatientCalls;

  constructor(apiKey: string, settings: LlmSettings) {
    this.client = new QuietOpenAi(apiKey, settings);
    this.model = settings.model;
    this.timeoutMs = settings.timeoutMs;
    this.secrets = [apiKey, ...secretsIn(settings)];
    this.calls = new PatientCalls(settings.loadTimeoutMs);
  }

  get notTaken(): readonly string[] {
    return this.manners.notTaken;
  }

  onLateAnswer(tell: () => void): void {
    this.calls.onLateAnswer(tell);
  }

  classify(request: SuggestionRequest, signal: AbortSignal, calls: CallLog): Promise<unknown> {
    const shown: Shown = (message) => serverWords(message, { secrets: this.secrets, text: request.text });
    return this.calls.waitFor(() =>
      withRetries(this.timeoutMs, signal, async (within) => {
        try {
          return await this.converse({ request, calls }, within, signal);
        } catch (error) {
          throw toSuggesterFailure(error, shown);
        }
      }),
    );
  }

  /** Asks, and again in another manner or with less text, for as long as it is that which the server minds. */
  private async converse({ request, calls }: Question, within: AbortSignal, client: AbortSignal): Promise<unknown> {
    const search = this.manners.begin();
    for (let asked = request; ;) {
      try {
        return await this.calls.make(within, client, (hangUp) => this.ask({ request: asked, calls }, search, hangUp));
      } catch (error) {
        const next = this.adapted(error, asked, request, search);
        if (!next) throw error;
        asked = next;
      }
    }
  }

  private async ask({ request, calls }: Question, search: MannerSearch, signal: AbortSignal): Promise<unknown> {
    const body = chatRequest(this.model, request, search.manner, this.manners.inWords);
    const ended = await calls.begin(body);
    let text: string | null = null;
    try {
      const response = await this.client.chat.completions.create(body, { signal }).asResponse();
      text = await response.text();
      const answer = answerIn(text, (reading) => problemOf(reading, request));
      search.worked();
      await ended(this.outcome(text, null));
      return answer;
    } catch (error) {
      if (text !== null && error instanceof SuggesterFailure) search.worked();
      await ended(this.outcome(text, error));
      throw error;
    }
  }

  /** What is kept of a call: the body as it came, but for the key, should its server have repeated it. */
  private outcome(text: string | null, error: unknown): CallOutcome {
    const cause = causeOf(error);
    const body = text ?? (cause instanceof ServerRefusal ? cause.body : null);
    return {
      answer: body === null ? null : withoutSecrets(body, this.secrets),
      failure: error === null ? null : toSuggesterFailure(error, () => null).reason,
      usage: text === null ? null : usageIn(text),
    };
  }

  /** What to ask after a failure that another question may avoid, or null. */
  private adapted(
    error: unknown,
    asked: SuggestionRequest,
    whole: SuggestionRequest,
    search: MannerSearch,
  ): SuggestionRequest | null {
    const cause = causeOf(error);
    if (cause instanceof SuggesterFailure) return this.manners.misunderstood(cause, search) ? asked : null;
    if (!(cause instanceof ServerRefusal)) return null;
    const said = serverErrorOf(cause.body, cause.status);
    const reason = meaningOf(said);
    if (reason === 'too_long' && !mindsLimit(said))
      return asked === whole ? { ...whole, text: shortened(whole.text), examples: [] } : null;
    const aspect = mindedBy(said);
    const adapts = aspect === 'unknown' ? reason === 'bad_request' || said.status === 501 : aspect !== null;
    return adapts && aspect && search.adapt(aspect) ? asked : null;
  }
}

function problemOf(reading: unknown, { text, categories }: SuggestionRequest): SuggesterFailure | null {
  try {
    judgementOf(reading, text, categories);
    return null;
  } catch (error) {
    return SuggesterFailure.from(error);
  }
}

/** An address may carry a name and password, or a key behind its question mark. */
function secretsIn({ baseUrl, proxies }: LlmSettings): string[] {
  return [baseUrl, proxies.http?.reveal(), proxies.https?.reveal()].flatMap((address) => {
    if (!address) return [];
    const { username, password, searchParams } = new URL(address);
    return [username, password, ...searchParams.values()].map(decodeURIComponent).filter(Boolean);
  });
}

/** Connects to OpenAI. Without a key, or with one that no header can carry, nothing is ever called. */
export function openAiProvider(settings: LlmSettings): PatientLlmProvider {
  const { apiKey, model } = settings;
  if (!apiKey) return new UnavailableProvider(model, 'no_api_key');
  if (!/^[\x21-\x7e]+$/.test(apiKey.reveal())) return new UnavailableProvider(model, 'bad_api_key');
  return new OpenAiProvider(apiKey.reveal(), settings);
}
