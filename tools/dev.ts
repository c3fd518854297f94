import { join, resolve } from 'node:path';
import { localUrl, upstreamUrl } from './launcher/addresses.ts';
import { closedFolder } from './launcher/built-app.ts';
import { openDatabase } from './launcher/database.ts';
import { launch } from './launcher/launch.ts';
import { startNx } from './launcher/nx.ts';
import { requireFreePort } from './launcher/ports.ts';
import { print } from './launcher/print.ts';
import { readSettings } from './launcher/settings.ts';
import { secretKey } from './launcher/secret-key.ts';
import { StartError } from './launcher/start-error.ts';
import { WatchedApi } from './launcher/watched-api.ts';
import { basePathOf } from './web/base-path.ts';
import { newProxySecret } from './web/proxy-secret.ts';

/** A killed run's API notices within moments that its launcher is gone and gives its port back. */
const RECOVERY_PATIENCE_MS = 10_000;
/** The development server has nothing to lose. */
const WEB_PATIENCE_MS = 2_000;

const root = resolve(import.meta.dirname, '..');
const backendOnly = process.argv[2] === 'backend';

// `npm run dev`: the built-in database, the API restarted on every change, the web app reloaded on every change.
await launch(async ({ stopRequest, cleanup }) => {
  const settings = readSettings(root);
  const closed = closedFolder(root);
  if (closed !== null) throw new StartError(`What is changed is compiled here, and you may not write to ${closed}.`);
  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  const patience = database.recovered ? RECOVERY_PATIENCE_MS : 0;
  await requireFreePort('PORT', settings.port, settings.host, patience);
  if (!backendOnly) await requireFreePort('WEB_PORT', settings.webPort, settings.host, patience);

  // So that the API believes the development server who its callers are, and no other program of this machine.
  const proxySecret = newProxySecret();
  const api = new WatchedApi(root, {
    logFile: join(settings.dataDir, 'api.log'),
    environment: {
      DATABASE_URL: database.url,
      HOST: settings.host,
      PORT: String(settings.port),
      // The development server knows no path in front of its own.
      WEB_URL: settings.webUrl.slice(0, settings.webUrl.length - basePathOf(settings.webUrl).length),
      DEMO_SIGN_IN: settings.demoSignIn,
      PROCESS_ROLE: 'all',
      PROXY_SECRET: proxySecret,
      SECRET_KEY: secretKey(settings.dataDir),
    },
  });
  cleanup.defer(() => api.stop());

  const endings: Promise<string | void>[] = [
    stopRequest.asked,
    api.ended.then(() => 'The back end compiler has ended unexpectedly.'),
    database.ended.then(() => `The database has ended unexpectedly; see ${settings.dataDir}/postgres.log.`),
  ];
  if (!backendOnly) {
    const web = startNx(['run', 'frontend:serve', `--host=${settings.host}`, `--port=${settings.webPort}`], root, {
      // The development server would take PORT for its own.
      PORT: undefined,
      API_URL: upstreamUrl(settings.host, settings.port),
      PROXY_SECRET: proxySecret,
    });
    cleanup.defer(() => web.stop(WEB_PATIENCE_MS));
    web.process.stdout?.pipe(process.stdout);
    web.process.stderr?.pipe(process.stderr);
    endings.push(web.ended.then(() => 'The development server of the web app has ended unexpectedly.'));
    print(`Web app   ${localUrl(settings.host, settings.webPort)} (once it is compiled)`);
  }
  print(`API docs  ${localUrl(settings.host, settings.port)}/api/docs`);
  print(`API log   ${join(settings.dataDir, 'api.log')}`);

  const ended = await Promise.race(endings);
  if (ended) throw new StartError(ended);
  print('Stopping…');
});
