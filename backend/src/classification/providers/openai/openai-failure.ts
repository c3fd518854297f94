import { APIConnectionError, APIConnectionTimeoutError, APIUserAbortError } from 'openai';
import { shownAddress } from '../../domain/shown-address.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import { meaningOf } from './error-meaning.ts';
import { ResponseTooLarge, ServerRefusal } from './llm-fetch.ts';
import { retryAfterMs } from './retry-after.ts';
import { serverErrorOf } from './server-error.ts';

/** How a message of a server may be shown; null when nothing of it may. */
export type Shown = (message: string) => string | null;

/**
 * What an error of a call means. Of the server's words only what `shown` leaves goes further: they may repeat the API key
 * and the ticket.
 */
export function toSuggesterFailure(error: unknown, shown: Shown): SuggesterFailure {
  const cause = causeOf(error);
  if (cause instanceof SuggesterFailure) return cause;
  if (cause instanceof ServerRefusal) return refusalOf(cause, shown);
  if (cause instanceof ResponseTooLarge) return new SuggesterFailure('truncated');
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return new SuggesterFailure('timeout');
  if (error instanceof APIConnectionError) return connectionFailure(error, shown);
  const { name, message } = error as { name?: unknown; message?: unknown };
  // What fetch throws when the connection breaks within the body.
  if (name === 'TypeError' && message === 'terminated') return new SuggesterFailure('unreachable');
  if (name === 'AbortError') return new SuggesterFailure('timeout');
  return SuggesterFailure.from(error);
}

/** What the SDK wraps. */
export function causeOf(error: unknown): unknown {
  return error instanceof APIConnectionError && error.cause !== undefined ? error.cause : error;
}

function refusalOf({ status, headers, body }: ServerRefusal, shown: Shown): SuggesterFailure {
  const said = serverErrorOf(body, status);
  const reason = meaningOf(said);
  return new SuggesterFailure(reason, {
    httpStatus: said.status,
    retryAfterMs: retryAfterMs(headers, Date.now()),
    serverWords: reason === 'redirected' ? destination(headers) : shown(said.message),
  });
}

function destination(headers: Headers): string | null {
  const location = headers.get('location') ?? '';
  return URL.canParse(location) ? `Location: ${shownAddress(location)}` : null;
}

/** Codes of OpenSSL, as Node names them, for a certificate that nobody vouches for. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

function connectionFailure(error: APIConnectionError, shown: Shown): SuggesterFailure {
  const causes = causesOf(error.cause);
  const code = causes.map((cause) => cause.code).findLast((one) => typeof one === 'string') ?? '';
  const message = causes.map((cause) => cause.message).findLast((words) => words) ?? '';
  return new SuggesterFailure(UNTRUSTED.test(code) ? 'untrusted_certificate' : 'unreachable', {
    serverWords: shown([code, message].filter(Boolean).join(': ')),
  });
}

/** An error and what it was caused by; the system's own word is the last. */
function causesOf(error: unknown, depth = 0): { code?: string; message?: string }[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  return [error, ...causesOf((error as { cause?: unknown }).cause, depth + 1)];
}
