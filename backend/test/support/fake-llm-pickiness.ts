import type { ChatRequest } from './fake-llm-request.ts';

/** What a server may not take of what OpenAI takes. */
export type Refusable =
  'json_schema' | 'json_object' | 'response_format' | 'max_completion_tokens' | 'max_tokens' | 'system';

/** How servers word it; `mute` says only that the request is wrong, and `echo` repeats all of it. */
export type Wording = 'openai' | 'vllm' | 'fastapi' | 'ollama' | 'text' | 'mute' | 'echo';

export interface Pickiness {
  readonly refuses: readonly Refusable[];
  readonly wording?: Wording;
  readonly status?: number;
}

const PRESENT: Readonly<Record<Refusable, (request: ChatRequest) => boolean>> = {
  json_schema: ({ body }) => formatOf(body) === 'json_schema',
  json_object: ({ body }) => formatOf(body) === 'json_object',
  response_format: ({ body }) => formatOf(body) !== null,
  max_completion_tokens: ({ body }) => 'max_completion_tokens' in body,
  max_tokens: ({ body }) => 'max_tokens' in body,
  system: ({ body }) => (body['messages'] as { role: string }[]).some(({ role }) => role === 'system'),
};

const WORDED: Readonly<Record<Wording, (what: Refusable, request: ChatRequest) => string>> = {
  openai: (what) =>
    json({
      error: {
        message: `Invalid parameter: '${parameterOf(what)}' ${what === 'system' ? "with role 'system' " : ''}is not supported with this model.`,
        ...{ type: 'invalid_request_error', param: parameterOf(what), code: 'unsupported_parameter' },
      },
    }),
  vllm: (what) =>
    json({
      object: 'error',
      message: `${nameOf(what)} is not supported`,
      type: 'BadRequestError',
      param: null,
      code: 400,
    }),
  fastapi: (what) =>
    json({
      detail: [
        { type: 'extra_forbidden', loc: ['body', ...pathOf(what)], msg: 'Extra inputs are not permitted', input: 'x' },
      ],
    }),
  ollama: (what) => json({ error: `${nameOf(what)}: unknown option` }),
  text: (what) => `Unrecognized request argument supplied: ${nameOf(what)}`,
  mute: () => json({ error: { message: 'Bad Request' } }),
  echo: (_, { body }) => json({ error: `cannot handle ${json(body)}` }),
};

/** The answer to a request that holds what the server does not take, or null. */
export function refusalOf(
  { refuses, wording = 'openai', status = 400 }: Pickiness,
  request: ChatRequest,
): { status: number; body: string } | null {
  const refused = refuses.find((what) => PRESENT[what](request));
  return refused ? { status, body: WORDED[wording](refused, request) } : null;
}

function formatOf(body: ChatRequest['body']): string | null {
  const format = body['response_format'] as { type: string } | undefined;
  return format?.type ?? null;
}

function parameterOf(what: Refusable): string {
  return pathOf(what)[0] ?? '';
}

function pathOf(what: Refusable): string[] {
  if (what === 'json_schema' || what === 'json_object') return ['response_format', 'type'];
  return what === 'system' ? ['messages', '0', 'role'] : [what];
}

function nameOf(what: Refusable): string {
  return what === 'system' ? 'System role' : what;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
