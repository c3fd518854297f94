import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { DomainError, TooManyRequests } from './domain-error.ts';
import { FailureReader } from './failure-reader.ts';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';
import { type ProblemCode, PROBLEMS, problemForStatus } from './problem-catalog.ts';

const RETRY_AFTER_SECONDS = '5';
/** Of these it is logged who was refused what; see docs/security.md. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 429]);

/** Turns whatever was thrown into problem+json. What nobody expected is logged in full and told to nobody. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: PinoLogger,
    private readonly failures: FailureReader,
  ) {
    logger.setContext(ProblemFilter.name);
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = this.toDomainError(thrown);
    const { status } = PROBLEMS[error.code];

    if (status >= 500) this.logger.error({ err: thrown, code: error.code }, error.message);
    if (REFUSALS.has(status)) this.logger.info({ code: error.code, ...who(request) }, 'Refused');
    if (reply.sent || reply.raw.headersSent) return;
    void reply.headers(headersOf(error, status));
    const { message: detail, errors } = error;
    const body = problem(error.code, { detail, instance: pathOf(request.url), requestId: request.id, errors });
    void reply.status(status).type(PROBLEM_MEDIA_TYPE).send(body);
  }

  private toDomainError(thrown: unknown): DomainError {
    if (thrown instanceof DomainError) return thrown;
    // Nest wraps what is thrown while a body is read.
    if (thrown instanceof HttpException && thrown.cause instanceof DomainError) return thrown.cause;
    const known = this.failures.read(thrown);
    if (known) return known;
    const status = statusOf(thrown);
    if (status === null) return new DomainError('internal_error', 'Please try again. The error has been logged.');
    return new DomainError(codeOf(thrown, status), detailOf(thrown, status));
  }
}

/** What the status asks for besides the body: how to authenticate (RFC 6750, section 3), and when to come back. */
function headersOf(error: DomainError, status: number): Record<string, string> {
  if (error instanceof TooManyRequests) return { 'retry-after': String(error.retryAfterSeconds) };
  if (status === 503) return { 'retry-after': RETRY_AFTER_SECONDS };
  if (error.code === 'invalid_token') return { 'www-authenticate': 'Bearer error="invalid_token"' };
  if (error.code === 'insufficient_scope') return { 'www-authenticate': 'Bearer error="insufficient_scope"' };
  return status === 401 ? { 'www-authenticate': 'Bearer' } : {};
}

function who({ caller, ip }: FastifyRequest): object {
  return { user_id: caller?.userId, token_id: caller?.tokenId ?? undefined, address: ip };
}

/** Errors of Nest and of Fastify both carry the status they stand for. */
function statusOf(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : null;
  return typeof status === 'number' && status >= 400 ? status : null;
}

/** Nest wraps what Fastify throws while it reads a body. */
function codeOf(thrown: unknown, status: number): ProblemCode {
  const cause = thrown instanceof HttpException ? thrown.cause : thrown;
  const badBody =
    cause instanceof Error && 'code' in cause && /^FST_ERR_CTP_(EMPTY|INVALID)_JSON_BODY$/.test(String(cause.code));
  return badBody || cause instanceof SyntaxError ? 'malformed_json' : problemForStatus(status);
}

function detailOf(thrown: unknown, status: number): string {
  if (status >= 500) return 'Please try again. The error has been logged.';
  if (status === 413) return 'The body may hold at most 256 KiB.';
  if (status === 415)
    return 'The body must be JSON, with the header Content-Type: application/json; a file comes in a form.';
  return thrown instanceof Error ? `${thrown.message.replace(/\.$/, '')}.` : 'The request could not be understood.';
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
