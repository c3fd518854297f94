/**
 * Every problem the API can answer with: its code, HTTP status and title.
 * The code is what a program tests for; the title is the same for every occurrence (RFC 9457).
 */
export const PROBLEMS = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  malformed_json: { status: 400, title: 'The request body is not valid JSON' },
  bad_request: { status: 400, title: 'The request could not be understood' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  ticket_not_found: { status: 404, title: 'There is no such ticket' },
  suggestion_already_used: { status: 409, title: 'This suggestion already belongs to a ticket' },
  stale_version: { status: 412, title: 'The ticket has changed since you read it' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'Send the body as application/json' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  database_unavailable: { status: 503, title: 'The database cannot be reached right now' },
  database_timeout: { status: 503, title: 'The database took too long to answer' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The problem to answer with when all that is known is an HTTP status. */
export function problemForStatus(status: number): ProblemCode {
  const exact: Record<number, ProblemCode> = {
    404: 'not_found',
    413: 'payload_too_large',
    415: 'unsupported_media_type',
  };
  return exact[status] ?? (status < 500 ? 'bad_request' : 'internal_error');
}
