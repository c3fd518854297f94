import { InvalidEnvironmentError } from './config/environment.ts';
import { NotPreparedError } from './setup/check-prepared.ts';

const NOBODY_ANSWERS = 'No PostgreSQL answers at DATABASE_URL; check its host and port.';

/**
 * One sentence that tells the person who starts the API why it does not start, without any credentials.
 *
 * @param failure what failed, for reasons that nobody foresaw.
 */
export function startFailure(error: unknown, failure = 'The API could not start'): string {
  if (error instanceof InvalidEnvironmentError || error instanceof NotPreparedError) return error.message;
  const { code, port, address, message } = toFailure(error);
  // The socket of a PostgreSQL that does not run, or of somebody else's.
  if (port === undefined && address !== undefined && (code === 'ENOENT' || code === 'EACCES')) return NOBODY_ANSWERS;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is already in use; set PORT to a free one.`;
    case 'EACCES':
      return `Port ${String(port)} may not be used by this user; set PORT to one above 1023.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ECONNRESET':
      return NOBODY_ANSWERS;
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the user or password in DATABASE_URL.';
    case '25006':
      return 'DATABASE_URL leads to a standby, which only reads; it has to lead to the primary.';
    case '53100':
      return 'The disk of PostgreSQL is full; make room on it, and start again.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist.';
    default:
      if (message.includes('client password must be'))
        return 'PostgreSQL asks for a password, and DATABASE_URL has none.';
      if (message.includes('unsupported startup parameter'))
        return 'DATABASE_URL leads through a proxy that pools connections; set DATABASE_DIRECT_URL to the address of PostgreSQL itself.';
      return /^(Connection terminated|timeout )/.test(message) ? NOBODY_ANSWERS : `${failure}: ${message}`;
  }
}

function toFailure(error: unknown): { code?: unknown; port?: unknown; address?: unknown; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return toFailure(error.errors[0]);
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, port, address } = error as { code?: unknown; port?: unknown; address?: unknown };
  return { code, port, address, message: error.message };
}
