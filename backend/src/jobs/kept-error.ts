import { loggableError } from '../common/logging/loggable-error.ts';

/**
 * The error that the queue keeps with a failed job: what may be logged of it and of its parts. Errors of the database carry what
 * customers wrote, and the queue keeps every property.
 */
export function keptError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('What was thrown is no error');
  const { type, message, ...more } = loggableError(error);
  const kept =
    error instanceof AggregateError ? new AggregateError(error.errors.map(keptError), message) : new Error(message);
  return Object.assign(kept, { name: type, ...more });
}
