import { KnownPasswords } from './auth/known-passwords.service.ts';
import { processVariables } from './config/environment.ts';
import { Settings } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { startFailure } from './start-failure.ts';
import { endAfter } from './stop-limit.ts';

/** Nobody but the machine itself asks a worker how it is. */
const LOOPBACK = '127.0.0.1';

try {
  const app = await createApp(processVariables());
  const { host, port, servesApi, stopTimeoutMs } = app.get(Settings);
  endAfter(process, stopTimeoutMs);
  // Started as a child, it ends when its parent is gone.
  process.once('disconnect', () => void app.close().then(() => process.exit(0)));
  await app.listen(port, servesApi ? host : LOOPBACK);
  // A worker that cannot get at its jobs is none; whoever started it shall know.
  if (!servesApi) await app.get(JobQueue).ready();
  // Whoever started it tells people how to sign in.
  process.send?.({ ready: true, signIn: servesApi ? await app.get(KnownPasswords).hints() : [] });
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
