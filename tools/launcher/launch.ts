import { EmbeddedPostgresError } from '../postgres/embedded-postgres-error.ts';
import { forgetPostgresVariables } from '../postgres/postgres-variables.ts';
import { StartError } from './start-error.ts';
import { StoppedByUser, StopRequest } from './stop-request.ts';

export interface Launch {
  readonly stopRequest: StopRequest;
  /** What has to be undone at the end, last things first. */
  readonly cleanup: AsyncDisposableStack;
}

/**
 * Runs a launcher from start to clean end. The exit code is the one that the work gives, and 0 without one or when the
 * user stopped it; a reason not to start is one sentence on stderr and exit code 1.
 */
export async function launch(work: (launch: Launch) => Promise<number | void>): Promise<never> {
  forgetPostgresVariables();
  const stopRequest = StopRequest.listen();
  const cleanup = new AsyncDisposableStack();
  let exitCode: number;
  try {
    exitCode = (await work({ stopRequest, cleanup })) ?? 0;
  } catch (error) {
    exitCode = report(error);
  }
  try {
    await cleanup.disposeAsync();
  } catch (error) {
    exitCode = report(error);
  }
  process.exit(exitCode);
}

function report(error: unknown): number {
  if (error instanceof StoppedByUser) return 0;
  const expected = error instanceof StartError || error instanceof EmbeddedPostgresError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(expected ? `${message}\n` : `The app could not go on: ${message}\n`);
  return 1;
}
