import 'reflect-metadata';
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
  process.send?.('ready');
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
