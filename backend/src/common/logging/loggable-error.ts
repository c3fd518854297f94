/** What of an error may be logged. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly stack?: string;
}

/**
 * Takes from an error what helps to find its cause. Database errors also carry the statement's values, which hold what
 * customers wrote: those stay out, like every other property.
 */
export function loggableError(error: Error & { readonly raw?: Error }): LoggableError {
  // pino hands on its own copy of the error, with the original in `raw`.
  const original = error.raw ?? error;
  const { code, constraint, table } = original as { code?: unknown; constraint?: unknown; table?: unknown };
  const { message, stack } = original;
  return { type: original.constructor.name, message, code, constraint, table, stack };
}
