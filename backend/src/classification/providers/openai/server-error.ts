/** What a server says went wrong, in whatever form it says so. */
export interface ServerError {
  /** The HTTP status, or the one that stands in the body; null when there is neither. */
  readonly status: number | null;
  /** Names of the failure and of what it is about, in small letters. */
  readonly codes: readonly string[];
  readonly message: string;
  /** The parameter that the server blames, if it names one by itself. */
  readonly param: string | null;
}

const MAX_DEPTH = 6;
const MAX_PARTS = 20;

const MESSAGES = new Set([
  'message',
  'msg',
  'detail',
  'details',
  'error',
  'errors',
  'error_description',
  'reason',
  'title',
  'raw',
]);
const CODES = new Set(['code', 'type', 'status', 'error_code', 'error_type', 'object', 'reason']);
const PARAMS = new Set(['param', 'parameter', 'field']);
const WITHIN = new Set([...MESSAGES, 'innererror', 'inner_error', 'metadata', 'base_resp']);

interface Found {
  readonly codes: string[];
  readonly messages: string[];
  status: number | null;
  param: string | null;
}

/**
 * Reads the body of a failure: OpenAI's `{error: {message, type, code, param}}` and its variations, Azure's `innererror`,
 * Ollama's `{error: "…"}`, vLLM's `{object: "error", message}`, FastAPI's `{detail}`, a list of one of these, an upstream
 * failure within `metadata.raw`, and plain text.
 */
export function serverErrorOf(body: string, httpStatus: number | null): ServerError {
  const found: Found = { codes: [], messages: [], status: null, param: null };
  collect(decodedOr(body), found, 0);
  const message = found.messages.filter((part) => part.trim() !== '').join(' ');
  return { status: httpStatus ?? found.status, codes: found.codes, message, param: found.param };
}

/** Whether a body that came as a success tells of a failure. */
export function tellsFailure(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { error, errors, object, choices, detail } = { ...(body as Record<string, unknown>) };
  if (Boolean(error) || object === 'error') return true;
  return !Array.isArray(choices) && (Boolean(detail) || (Array.isArray(errors) && errors.length > 0));
}

function collect(value: unknown, found: Found, depth: number): void {
  if (depth > MAX_DEPTH || found.messages.length > MAX_PARTS) return;
  if (typeof value === 'string') {
    const inner = /^\s*\{/.test(value) ? decodedOr(value) : value;
    if (typeof inner === 'string') found.messages.push(inner);
    else collect(inner, found, depth + 1);
  } else if (Array.isArray(value)) {
    for (const one of value.slice(0, MAX_PARTS)) collect(one, found, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) collectPart(name.toLowerCase(), part, found, depth);
  }
}

function collectPart(name: string, part: unknown, found: Found, depth: number): void {
  if (CODES.has(name)) collectCode(part, found);
  if (PARAMS.has(name) && typeof part === 'string') found.param ??= part.toLowerCase();
  // FastAPI tells by a path where in the body something is wrong.
  if (name === 'loc' && Array.isArray(part))
    found.param ??= part
      .join('.')
      .toLowerCase()
      .replace(/^body\./, '');
  if (WITHIN.has(name) || (depth === 0 && name === 'response')) collect(part, found, depth + 1);
}

function collectCode(part: unknown, found: Found): void {
  const status = Number(part);
  if (Number.isInteger(status) && status >= 400 && status < 600) found.status ??= status;
  else if (typeof part === 'string' || typeof part === 'number') found.codes.push(String(part).toLowerCase());
}

function decodedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
