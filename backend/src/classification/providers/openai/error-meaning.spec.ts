import { meaningOf } from './error-meaning.ts';
import { serverErrorOf } from './server-error.ts';

/** Real answers of servers, as they send them. */
const openai = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
});

describe('what a failure of a server means', () => {
  it.each<[number | null, unknown, string]>([
    // OpenAI
    [
      429,
      openai(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
      'no_credit',
    ],
    [
      429,
      openai(
        'Rate limit reached for gpt-4o-mini on requests per min (RPM): Limit 3.',
        'rate_limit_exceeded',
        'requests',
      ),
      'rate_limited',
    ],
    [429, openai('You have hit your billing hard limit.', 'billing_hard_limit_reached'), 'no_credit'],
    [
      400,
      openai(
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9125 tokens.",
        'context_length_exceeded',
      ),
      'too_long',
    ],
    [401, openai('Incorrect API key provided: sk-1.', 'invalid_api_key'), 'bad_api_key'],
    [
      403,
      openai(
        'Country, region, or territory not supported',
        'unsupported_country_region_territory',
        'request_forbidden',
      ),
      'forbidden',
    ],
    [
      403,
      openai('You have insufficient permissions for this operation. Missing scopes: model.request.', null),
      'forbidden',
    ],
    [403, openai('Project `proj_1` does not have access to model `gpt-4o`', 'model_not_found'), 'model_not_found'],
    [
      404,
      openai('The model `gpt-9` does not exist or you do not have access to it.', 'model_not_found'),
      'model_not_found',
    ],
    [404, openai('Invalid URL (POST /chat/completions)', null), 'wrong_address'],
    [
      400,
      openai('Invalid prompt: your prompt was flagged as potentially violating our usage policy.', 'invalid_prompt'),
      'refused',
    ],
    [400, openai('We could not parse the JSON body of your request.', null), 'bad_request'],
    [500, openai('The server had an error while processing your request.', null, 'server_error'), 'server_error'],
    // Azure
    [
      404,
      { error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' } },
      'model_not_found',
    ],
    [
      400,
      {
        error: {
          code: 'content_filter',
          message: 'The response was filtered',
          innererror: { code: 'ResponsibleAIPolicyViolation' },
        },
      },
      'refused',
    ],
    [
      401,
      { error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' } },
      'bad_api_key',
    ],
    [404, { error: { code: '404', message: 'Resource not found' } }, 'wrong_address'],
    // Ollama
    [
      404,
      { error: { message: 'model "llama9" not found, try pulling it first', type: 'not_found_error' } },
      'model_not_found',
    ],
    [404, { error: "model 'llama9' not found" }, 'model_not_found'],
    [404, '404 page not found', 'wrong_address'],
    [500, { error: 'model requires more system memory (8.4 GiB) than is available (5.1 GiB)' }, 'server_error'],
    // vLLM
    [
      404,
      { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', param: null, code: 404 },
      'model_not_found',
    ],
    [
      400,
      {
        object: 'error',
        message: "This model's maximum context length is 2048 tokens. However, you requested 2700 tokens.",
        type: 'BadRequestError',
        code: 400,
      },
      'too_long',
    ],
    [404, { detail: 'Not Found' }, 'wrong_address'],
    // LM Studio, which answers with a success where nobody lives
    [400, { error: { message: 'No models loaded. Please load a model in the developer page.' } }, 'model_not_found'],
    [null, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }, 'wrong_address'],
    // llama.cpp
    [503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }, 'loading'],
    [
      400,
      {
        error: {
          code: 400,
          message: 'the request exceeds the available context size',
          type: 'exceed_context_size_error',
        },
      },
      'too_long',
    ],
    // Hugging Face
    [503, { error: 'Model google/gemma is currently loading', estimated_time: 20 }, 'loading'],
    [
      413,
      { error: 'Input validation error: `inputs` must have less than 1024 tokens', error_type: 'validation' },
      'too_long',
    ],
    // OpenRouter, in a success too
    [402, { error: { code: 402, message: 'This request requires more credits, or fewer max_tokens.' } }, 'no_credit'],
    [null, { error: { code: 402, message: 'Insufficient credits' } }, 'no_credit'],
    [
      null,
      { error: { code: 429, message: 'Provider returned error', metadata: { raw: '{"error":"slow down"}' } } },
      'rate_limited',
    ],
    [null, { error: { code: 401, message: 'No auth credentials found' } }, 'bad_api_key'],
    [null, { error: { message: 'Provider returned error', code: 502 } }, 'server_error'],
    [403, { error: { code: 403, message: 'Your input was flagged', metadata: { reasons: ['violence'] } } }, 'refused'],
    // Gemini: a list, and a quota for each minute
    [
      429,
      [
        {
          error: {
            code: 429,
            message: 'You exceeded your current quota, please check your plan and billing details.',
            status: 'RESOURCE_EXHAUSTED',
          },
        },
      ],
      'rate_limited',
    ],
    [
      400,
      [
        {
          error: {
            code: 400,
            message: 'API key not valid.',
            status: 'INVALID_ARGUMENT',
            details: [{ reason: 'API_KEY_INVALID' }],
          },
        },
      ],
      'bad_api_key',
    ],
    // DeepSeek, Anthropic, Moonshot, Mistral
    [
      402,
      { error: { message: 'Insufficient Balance', type: 'unknown_error', code: 'invalid_request_error' } },
      'no_credit',
    ],
    [
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'Your credit balance is too low to access the API.' },
      },
      'no_credit',
    ],
    [
      429,
      { error: { message: 'Your account is suspended, please check your plan', type: 'exceeded_current_quota_error' } },
      'no_credit',
    ],
    [401, { message: 'Unauthorized', request_id: 'x' }, 'bad_api_key'],
    [
      422,
      { object: 'error', message: { detail: [{ type: 'missing', loc: ['body', 'model'], msg: 'Field required' }] } },
      'bad_request',
    ],
    // Whoever stands in front
    [502, '<html><title>502 Bad Gateway</title></html>', 'server_error'],
    [404, '<html><title>404 Not Found</title></html>', 'wrong_address'],
    [403, '<!DOCTYPE html><title>Just a moment...</title>', 'forbidden'],
    [405, '', 'wrong_address'],
    [307, '', 'redirected'],
    [413, '<html>413 Request Entity Too Large</html>', 'too_long'],
    [null, { error: 'something' }, 'server_error'],
    [400, '', 'bad_request'],
  ])('%s %j is %s', (status, body, reason) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(meaningOf(serverErrorOf(text, status))).toBe(reason);
  });
});
