import { join, resolve } from 'node:path';
import { freePort } from '../../../tools/free-port.ts';
import { BackendProcess } from '../../../tools/launcher/backend-process.ts';
import type { BenchCaller } from './bench-caller.ts';
import type { BenchedServer } from './benched-server.ts';
import { POOL_SIZE } from './limit/limit-database.ts';
import { secondsOfProcess } from './processor-time.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const HOST = '127.0.0.1';
/** No caller of a bench comes to the end of what it may ask. */
const LIMITS = { RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_CLASSIFY_PER_MINUTE: '1000000' };

export interface ServerStart {
  readonly databaseUrl: string;
  readonly callers: readonly BenchCaller[];
  readonly logFolder: string;
  /** More settings than every bench has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends what was started. */
  readonly cleanup: AsyncDisposableStack;
}

/** The built API as it runs in production: with sign-in, validation, limits and log. Jobs are for a worker. */
export async function startApi(
  start: ServerStart,
  { name, folder }: { readonly name: string; readonly folder: string } = { name: 'desk', folder: 'dist/backend' },
): Promise<BenchedServer> {
  const environment = {
    ...{ NODE_ENV: 'production', PROCESS_ROLE: 'api', LOG_LEVEL: 'info', LLM_PROVIDER: 'local' },
    ...{ SEED_DEMO_DATA: 'false', DATABASE_POOL_SIZE: String(POOL_SIZE), ...LIMITS },
    ...start.environment,
  };
  return started(name, 'API', resolve(ROOT, folder, 'main.js'), { ...start, environment });
}

/** The limit beside it. */
export async function startLimit(start: ServerStart): Promise<BenchedServer> {
  const environment = { READER: String(start.callers[0]?.userId ?? 0) };
  return started('limit', 'limit', resolve(import.meta.dirname, 'limit/main.ts'), { ...start, environment });
}

/** A server that runs already, over the same database if its answers are to be the same. */
export function otherServer(name: string, url: string, callers: readonly BenchCaller[]): BenchedServer {
  return { name, url, callers: callers.map(({ headers }) => headers), processorSeconds: () => null, isLimit: false };
}

async function started(
  name: string,
  kind: 'API' | 'limit',
  main: string,
  start: ServerStart & { readonly environment: Readonly<Record<string, string>> },
): Promise<BenchedServer> {
  const port = await freePort();
  const process = new BackendProcess({
    ...{ name: kind, main, logFile: join(start.logFolder, `${name}.log`) },
    environment: { ...start.environment, DATABASE_URL: start.databaseUrl, HOST, PORT: String(port) },
  });
  start.cleanup.defer(() => process.stop());
  await process.ready();
  return {
    ...{ name, url: `http://${HOST}:${String(port)}`, isLimit: kind === 'limit' },
    callers: start.callers.map(({ headers }) => headers),
    processorSeconds: () => (process.pid === undefined ? null : secondsOfProcess(process.pid)),
  };
}
