import { join, resolve } from 'node:path';
import { localUrl, upstreamUrl } from './launcher/addresses.ts';
import { BackendProcess } from './launcher/backend-process.ts';
import { takeBuildTurn } from './launcher/build-turn.ts';
import { closedFolder, requireBuilt } from './launcher/built-app.ts';
import { openDatabase } from './launcher/database.ts';
import { freePort } from './free-port.ts';
import { launch } from './launcher/launch.ts';
import { build } from './launcher/nx.ts';
import { requireFreePort } from './launcher/ports.ts';
import { print } from './launcher/print.ts';
import { readSettings } from './launcher/settings.ts';
import { secretKey } from './launcher/secret-key.ts';
import { signInWords } from './launcher/sign-in-words.ts';
import { StartError } from './launcher/start-error.ts';
import { basePathOf } from './web/base-path.ts';
import { newProxySecret } from './web/proxy-secret.ts';
import { createWebServer } from './web/web-server.ts';

/** A killed run's API notices within moments that its launcher is gone and gives its port back. */
const RECOVERY_PATIENCE_MS = 10_000;

const root = resolve(import.meta.dirname, '..');

// `npm start`: the whole product on a machine that has nothing but npm.
await launch(async ({ stopRequest, cleanup }) => {
  const settings = readSettings(root);
  const closed = closedFolder(root);
  if (closed !== null) requireBuilt(root, closed);
  const apiLog = join(settings.dataDir, 'api.log');
  const workerLog = join(settings.dataDir, 'worker.log');

  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  const patience = database.recovered ? RECOVERY_PATIENCE_MS : 0;
  await requireFreePort('PORT', settings.port, settings.host, patience);
  await requireFreePort('WEB_PORT', settings.webPort, settings.host, patience);

  // Files that are put anew must not be missing while another start loads them.
  const turn = closed === null ? await stopRequest.orStop(takeBuildTurn(root, tellWhoBuilds)) : null;
  cleanup.defer(() => turn?.release());
  if (closed === null) {
    print('Building the app (the first time takes about a minute)…');
    await stopRequest.orStop(
      build(['backend', 'frontend'], root, (nx) => cleanup.defer(() => nx.stop(RECOVERY_PATIENCE_MS))),
    );
  } else {
    print(`Taking the app as it was built, because you may not write to ${closed}.`);
  }

  print('Starting the API…');
  const main = join(root, 'dist/backend/main.js');
  // So that the API believes this web server who its callers are, and no other program of this machine.
  const proxySecret = newProxySecret();
  const environment = {
    NODE_ENV: process.env['NODE_ENV'] ?? 'production',
    DATABASE_URL: database.url,
    HOST: settings.host,
    WEB_URL: settings.webUrl,
    DEMO_SIGN_IN: settings.demoSignIn,
    PROXY_SECRET: proxySecret,
    SECRET_KEY: secretKey(settings.dataDir),
  };
  const started: BackendProcess[] = [];
  cleanup.defer(async () => {
    await Promise.all(started.map((one) => one.stop()));
  });
  const api = new BackendProcess({
    name: 'API',
    main,
    logFile: apiLog,
    environment: { ...environment, PROCESS_ROLE: 'api', PORT: String(settings.port) },
  });
  started.push(api);
  const signIn = await stopRequest.orStop(api.ready());
  // After the API, which has brought the database up to date.
  const worker = new BackendProcess({
    name: 'worker',
    main,
    logFile: workerLog,
    environment: {
      ...environment,
      PROCESS_ROLE: 'worker',
      PORT: String(await freePort()),
      ...workerMetrics(process.env['METRICS_PORT']),
    },
  });
  started.push(worker);
  await stopRequest.orStop(worker.ready());
  turn?.release();

  const basePath = basePathOf(settings.webUrl);
  const apiAddress = `${localUrl(settings.host, settings.port)}${basePath}/api`;
  const web = await createWebServer({
    folder: join(root, 'dist/frontend/browser'),
    apiUrl: upstreamUrl(settings.host, settings.port),
    basePath,
    proxySecret,
  });
  cleanup.defer(() => web.close());
  await web.listen({ port: settings.webPort, host: settings.host });

  print(`
Support Ticket System is running.

  Web app    ${localUrl(settings.host, settings.webPort)}${basePath && `${basePath}/`}
  API        ${apiAddress}
  API docs   ${apiAddress}/docs
  Database   ${database.description}
  Logs       ${apiLog}, ${workerLog}

Sign in as
${signInWords(signIn, '  ')}

Press Ctrl-C to stop.
`);

  const ended = await Promise.race([
    stopRequest.asked,
    api.ended.then(() => `The API has ended unexpectedly; see ${apiLog}.`),
    worker.ended.then(() => `The worker has ended unexpectedly; see ${workerLog}.`),
    database.ended.then(() => `The database has ended unexpectedly; see ${settings.dataDir}/postgres.log.`),
  ]);
  if (ended) throw new StartError(ended);
  print('Stopping…');
});

/** Beside the API's own, on the next port. What is no port the API refuses. */
function workerMetrics(apiPort = ''): { METRICS_PORT?: string } {
  return /^\s*\d+\s*$/.test(apiPort) ? { METRICS_PORT: String(Number(apiPort) + 1) } : {};
}

function tellWhoBuilds(pid: number): void {
  print(`Waiting for another start of the app in this folder (process ${pid})…`);
}
