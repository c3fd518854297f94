import type { FailureReason } from '../../domain/failure-reason.ts';
import type { ServerError } from './server-error.ts';

const BUSY = /rate_?limit|too_many|resource_exhausted|throttl|tokens_per_min/;
const BARRED = /permission|country|region|territory|access_?denied|not[ _]?(allowed|permitted)|ip[ _]?(address|not)/;

/**
 * What the failures of servers mean, the more telling signs first: names before words before the status alone. The same
 * 429 stands for a busy server and for an empty account; the same 400 for a wrong model, a long text and a filter.
 */
const SIGNS: readonly (readonly [FailureReason, (error: ServerError) => boolean])[] = [
  ['redirected', ({ status }) => status !== null && status >= 300 && status < 400],
  [
    'no_credit',
    (error) =>
      error.status === 402 ||
      named(error, /insufficient_?(quota|balance|credit|fund)|billing|credit_balance|payment_required|current_quota/) ||
      // With some servers each minute has a quota.
      (!named(error, BUSY) &&
        says(
          error,
          /insufficient (quota|balance|credits?|funds)|credit balance|(out of|no|not enough|more) credits?\b|exceeded your current quota|payment required|billing (hard )?limit|account is (suspended|overdue)/,
        )),
  ],
  ['rate_limited', ({ status }) => status === 429],
  [
    'too_long',
    (error) =>
      error.status === 413 ||
      named(
        error,
        /context_?(length|size|window)|(prompt|input|string)_?(is_)?(too_long|above_max)|too_large|exceed_context/,
      ) ||
      says(
        error,
        /context (length|size|window)|maximum context|(prompt|input|text|message|request|content)s?( is| are|:)? too (long|large)|too many (input )?tokens|(input|prompt)\b.{0,60}(exceed|longer than)|reduce the length|maximum (input|prompt|sequence) length/,
      ),
  ],
  [
    'refused',
    (error) =>
      named(error, /content_?(filter|policy)|responsibleai|moderation|invalid_prompt|safety/) ||
      says(error, /content (management|filter|policy)|\bflagged\b|safety (system|filter|setting)|usage policy/),
  ],
  [
    'model_not_found',
    (error) =>
      named(
        error,
        /model_?(not_|decommissioned|deprecated|does_not)|deployment_?not_?found|(invalid|unknown|no_such)_?model/,
      ) ||
      says(
        error,
        /\b(model|deployment)\b.{0,120}(not found|not exist|n't exist|unknown|not available|unavailable|no longer|decommissioned|deprecated|retired|not loaded|not deployed|pulling it)|(unknown|invalid|no such|not a valid|no) model\b|no models? (is |are )?loaded|access to (the )?model|no (endpoints|deployments?) found/,
      ),
  ],
  [
    'loading',
    (error) => named(error, /model_?(is_)?loading|warming/) || says(error, /\bloading\b|warming up|cold start/),
  ],
  // A page in place of an answer comes from whoever stands in front.
  ['forbidden', (error) => error.status === 403 && (named(error, BARRED) || says(error, BARRED) || isPage(error))],
  [
    'bad_api_key',
    (error) =>
      error.status === 401 ||
      error.status === 403 ||
      named(error, /invalid_?api_?key|api_key_invalid|authentication|unauthori[sz]ed|unauthenticated|invalid_?token/),
  ],
  ['rate_limited', (error) => named(error, BUSY)],
  ['wrong_address', ({ status }) => status === 405],
  ['wrong_address', (error) => error.status === 404 && isNobody(error)],
  ['wrong_address', (error) => says(error, /unexpected endpoint/)],
  // 408 and 409 stand for a request that ran into a limit or a lock of the server.
  ['server_error', ({ status }) => status === null || status >= 500 || status === 408 || status === 409],
];

/** What a server's failure means. */
export function meaningOf(error: ServerError): FailureReason {
  return SIGNS.find(([, shows]) => shows(error))?.[0] ?? 'bad_request';
}

function named({ codes }: ServerError, pattern: RegExp): boolean {
  return codes.some((code) => pattern.test(code));
}

function says({ message }: ServerError, pattern: RegExp): boolean {
  return pattern.test(message.toLowerCase());
}

/** What web servers say when nobody lives at an address. */
function isNobody({ codes, message }: ServerError): boolean {
  if (/no route|(invalid|unknown) (request )?(url|path|endpoint)/i.test(message)) return true;
  return codes.length === 0 && /^\s*(<|404|((page|resource) )?not found|cannot post|$)/i.test(message);
}

function isPage({ message }: ServerError): boolean {
  return /^\s*</.test(message);
}
