import OpenAI from 'openai';
import type { LlmSettings } from '../../../config/settings.ts';
import { llmFetch } from './llm-fetch.ts';
import { llmRoute } from './llm-route.ts';

const OPENAI_URL = 'https://api.openai.com/v1';

/**
 * The SDK's client with everything given that it would otherwise take from the environment, and silent: it logs to the
 * console by itself. It makes one attempt; deadlines and retries are the provider's.
 */
export class QuietOpenAi extends OpenAI {
  constructor(apiKey: string, { baseUrl, timeoutMs, loadTimeoutMs, proxies }: LlmSettings) {
    const baseURL = baseUrl ?? OPENAI_URL;
    super({
      apiKey,
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      baseURL,
      timeout: timeoutMs + loadTimeoutMs,
      maxRetries: 0,
      logLevel: 'off',
      fetch: llmFetch(llmRoute(baseURL, proxies)),
    });
    // There is no option against OPENAI_CUSTOM_HEADERS, which the constructor has read by now.
    this._options = { ...this._options, defaultHeaders: undefined };
  }
}
