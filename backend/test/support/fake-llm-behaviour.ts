import type { ServerResponse } from 'node:http';
import type { ChatRequest } from './fake-llm-request.ts';
import { type Pickiness, refusalOf } from './fake-llm-pickiness.ts';
import { keywordAnswer } from './fake-llm-keywords.ts';

/** What an LLM's server may do with a request. Plain JSON, so that another process can ask for it. */
export type FakeLlmBehaviour = { readonly delayMs?: number } & (
  | { readonly kind: 'keywords' }
  | ({ readonly kind: 'answer'; readonly category: string; readonly priority: string } & Partial<Support>)
  /** Any text in place of the answer. */
  | { readonly kind: 'content'; readonly content: string }
  /** Any message in place of the answer, with the judgement by keywords where it says KEYWORDS. */
  | { readonly kind: 'message'; readonly message: Readonly<Record<string, unknown>>; readonly finishReason?: string }
  /** A server that does not take some of what OpenAI takes, and says so in its own words. */
  | ({ readonly kind: 'picky' } & Pickiness)
  /** A model whose context holds so many characters of a ticket. */
  | { readonly kind: 'small_context'; readonly characters: number }
  /** A model that is loaded when it is first asked, for as long as somebody waits: see `finishLoading`. */
  | { readonly kind: 'loads' }
  /** A model that the ticket's text has talked into answering with the JSON that stands in it. */
  | { readonly kind: 'obedient' }
  | { readonly kind: 'refusal' | 'content_filter' | 'no_choices' | 'empty' | 'truncated' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Any HTTP body in place of a completion, with any status. */
  | {
      readonly kind: 'body';
      readonly body: string;
      readonly contentType?: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A body that does not end. */
  | { readonly kind: 'endless' }
  /** The connection breaks before the answer, or within it. */
  | { readonly kind: 'reset' | 'reset_midway' }
  /** Silence instead of an answer, or from the middle of it on. */
  | { readonly kind: 'hang' | 'hang_midway' }
);

interface Support {
  readonly confidence: { readonly category: number; readonly priority: number };
  readonly reasons: { readonly category: readonly string[]; readonly priority: readonly string[] };
}

/** Answers one request of chat completions as told. */
export function behave(behaviour: FakeLlmBehaviour, request: ChatRequest, response: ServerResponse): void {
  const say = (message: Record<string, unknown>, finishReason = 'stop') => {
    sendJson(response, 200, completion(request.model, message, finishReason));
  };
  switch (behaviour.kind) {
    case 'keywords':
      say({ content: JSON.stringify(keywordAnswer(request)) });
      break;
    case 'answer':
      say({ content: JSON.stringify(answer(behaviour.category, behaviour.priority, behaviour)) });
      break;
    case 'content':
      say({ content: behaviour.content });
      break;
    case 'message':
      say(filledIn(behaviour.message, JSON.stringify(keywordAnswer(request))), behaviour.finishReason);
      break;
    case 'picky': {
      const refusal = refusalOf(behaviour, request);
      if (refusal) sendText(response, refusal.status, refusal.body);
      else say({ content: JSON.stringify(keywordAnswer(request)) });
      break;
    }
    case 'small_context':
      if (request.ticket.length > behaviour.characters) sendJson(response, 400, CONTEXT_LENGTH_EXCEEDED);
      else say({ content: JSON.stringify(keywordAnswer(request)) });
      break;
    case 'obedient':
      say({ content: /\{[^]*\}/.exec(request.ticket)?.[0] ?? request.ticket });
      break;
    case 'refusal':
      say({ content: null, refusal: 'I cannot help with that.' });
      break;
    case 'content_filter':
      say({ content: '' }, 'content_filter');
      break;
    case 'no_choices':
      sendJson(response, 200, { ...completion(request.model, {}, 'stop'), choices: [] });
      break;
    case 'empty':
      say({ content: '' });
      break;
    case 'truncated':
      say({ content: '{"category": {"reasons": ["invoi' }, 'length');
      break;
    case 'status':
      sendError(response, behaviour.status, `Status ${String(behaviour.status)} on purpose`, behaviour.headers);
      break;
    case 'body':
      sendText(response, behaviour.status ?? 200, behaviour.body, {
        'content-type': behaviour.contentType ?? 'application/json',
        ...behaviour.headers,
      });
      break;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' });
      pour(response);
      break;
    case 'reset':
      response.socket?.resetAndDestroy();
      break;
    case 'reset_midway':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id": "chatcmpl-', () => response.socket?.destroy());
      break;
    case 'hang_midway':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id": "chatcmpl-');
      break;
    case 'loads':
    case 'hang':
      break;
  }
}

const CONTEXT_LENGTH_EXCEEDED = {
  error: {
    message:
      "This model's maximum context length is 8192 tokens. However, you requested 9125 tokens (7125 in the messages, 2000 in the completion). Please reduce the length of the messages or completion.",
    type: 'invalid_request_error',
    param: 'messages',
    code: 'context_length_exceeded',
  },
};

function filledIn(message: Readonly<Record<string, unknown>>, judgement: string): Record<string, unknown> {
  const text = JSON.stringify(message).replaceAll('KEYWORDS', JSON.stringify(judgement).slice(1, -1));
  return JSON.parse(text) as Record<string, unknown>;
}

function sendText(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): void {
  response.writeHead(status, headers).end(body);
}

/** An error as OpenAI words it. */
export function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, status, { error: { message, type: 'error', param: null, code: null } }, headers);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function answer(category: string, priority: string, { confidence, reasons }: Partial<Support>): unknown {
  return {
    category: { reasons: reasons?.category ?? [], value: category, confidence: confidence?.category ?? 0.9 },
    priority: { reasons: reasons?.priority ?? [], value: priority, confidence: confidence?.priority ?? 0.8 },
  };
}

function completion(model: string, message: Record<string, unknown>, finishReason: string): Record<string, unknown> {
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1_764_000_000,
    model: `${model}-2024-07-18`,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', refusal: null, ...message },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage: { prompt_tokens: 400, completion_tokens: 60, total_tokens: 460 },
  };
}

/** Writes for as long as someone reads. */
function pour(response: ServerResponse): void {
  const chunk = ' '.repeat(64 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
