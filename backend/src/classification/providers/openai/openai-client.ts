import OpenAI from 'openai';
import type { Secret } from '../../../config/secret.ts';
import { cappedFetch } from './capped-fetch.ts';

const OPENAI_URL = 'https://api.openai.com/v1';

export interface OpenAiConnection {
  readonly apiKey: Secret;
  readonly baseUrl: string | null;
  readonly timeoutMs: number;
}

/**
 * The SDK's client with everything given that it would otherwise take from the environment, and silent: it logs to the
 * console by itself. It makes one attempt; deadline and retries are the provider's.
 */
export class QuietOpenAi extends OpenAI {
  constructor({ apiKey, baseUrl, timeoutMs }: OpenAiConnection) {
    super({
      apiKey: apiKey.reveal(),
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      baseURL: baseUrl ?? OPENAI_URL,
      timeout: timeoutMs,
      maxRetries: 0,
      logLevel: 'off',
      fetch: cappedFetch,
    });
    // There is no option against OPENAI_CUSTOM_HEADERS, which the constructor has read by now.
    this._options = { ...this._options, defaultHeaders: undefined };
  }
}
