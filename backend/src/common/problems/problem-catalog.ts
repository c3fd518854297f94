/**
 * Every problem the API can answer with: its code, HTTP status and title.
 * The code is what a program tests for; the title is the same for every occurrence (RFC 9457).
 */
export const PROBLEMS = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  malformed_json: { status: 400, title: 'The request body is not valid JSON' },
  malformed_text: { status: 400, title: 'The request holds bytes that are no text' },
  bad_request: { status: 400, title: 'The request could not be understood' },
  invalid_credentials: { status: 401, title: 'Username and password do not belong together' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  invalid_token: { status: 401, title: 'This API token is not valid' },
  forbidden: { status: 403, title: 'You may not do this' },
  insufficient_scope: { status: 403, title: 'This API token may not do this' },
  password_change_required: { status: 403, title: 'Choose a password of your own first' },
  password_expired: { status: 403, title: 'This one-time password has expired' },
  cross_origin_request: { status: 403, title: 'This request came from another site' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  ticket_not_found: { status: 404, title: 'There is no such ticket' },
  message_not_found: { status: 404, title: 'There is no such message' },
  user_not_found: { status: 404, title: 'There is no such user' },
  session_not_found: { status: 404, title: 'There is no such session' },
  token_not_found: { status: 404, title: 'There is no such API token' },
  category_not_found: { status: 404, title: 'There is no such category' },
  bulk_run_not_found: { status: 404, title: 'There is no such bulk change' },
  suggestion_not_found: { status: 404, title: 'There is no such suggestion' },
  model_not_found: { status: 404, title: 'There is no such model' },
  replay_not_found: { status: 404, title: 'There is no such replay' },
  suggestion_already_used: { status: 409, title: 'This suggestion already belongs to a ticket' },
  idempotency_key_reused: { status: 409, title: 'This Idempotency-Key was used for another request' },
  username_taken: { status: 409, title: 'This username is taken' },
  category_exists: { status: 409, title: 'There is such a category already' },
  last_admin: { status: 409, title: 'The desk needs an active admin' },
  last_category: { status: 409, title: 'The desk needs an active category' },
  bulk_selection_changed: { status: 409, title: 'Far more or fewer tickets match than expected' },
  bulk_run_not_undoable: { status: 409, title: 'This bulk change cannot be undone' },
  record_too_low: { status: 409, title: 'The record is not good enough for that' },
  model_not_kept: { status: 409, title: 'Of this model only its figures are left' },
  replay_running: { status: 409, title: 'Another replay has not ended' },
  replay_too_few: { status: 409, title: 'Too few tickets have been decided by people' },
  replay_ended: { status: 409, title: 'This replay has ended' },
  message_left: { status: 409, title: 'This answer is not held any more' },
  stale_conversation: { status: 412, title: 'Somebody has answered since you read it' },
  stale_version: { status: 412, title: 'It has changed since you read it' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'Send the body as application/json' },
  expectation_failed: { status: 417, title: 'The header Expect asks for something unknown' },
  headers_too_large: { status: 431, title: 'The headers of the request are too large' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  database_unavailable: { status: 503, title: 'The database cannot do this right now' },
  too_many_streams: { status: 503, title: 'Too many follow the desk already' },
  draining: { status: 503, title: 'This process is about to stop' },
  database_timeout: { status: 503, title: 'The database took too long to answer' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The problem to answer with when all that is known is an HTTP status. */
export function problemForStatus(status: number): ProblemCode {
  const exact: Record<number, ProblemCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    408: 'request_timeout',
    413: 'payload_too_large',
    415: 'unsupported_media_type',
    417: 'expectation_failed',
    429: 'too_many_requests',
    431: 'headers_too_large',
  };
  return exact[status] ?? (status < 500 ? 'bad_request' : 'internal_error');
}
