import 'reflect-metadata';
import { KnownPasswords } from './auth/known-passwords.service.ts';
import { processVariables } from './config/environment.ts';
import { Settings } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { startFailure } from './start-failure.ts';

try {
  const app = await createApp(processVariables());
  const { host, port } = app.get(Settings);
  await app.listen(port, host);
  // Started as a child, it ends when its parent is gone.
  process.once('disconnect', () => void app.close().then(() => process.exit(0)));
  // Whoever started it tells people how to sign in.
  process.send?.({ ready: true, signIn: await app.get(KnownPasswords).hints() });
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
