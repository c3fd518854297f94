import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** `NGINX_BINARY` names one that is not on the PATH. */
const NGINX = process.env['NGINX_BINARY'] ?? 'nginx';
const SOURCE = join(import.meta.dirname, '../../docker/nginx');

/** Whether this machine has nginx. */
export const HAS_NGINX = spawnSync(NGINX, ['-v']).status === 0;

/** What is said of a test that this machine cannot run. */
export const NGINX_MISSING =
  'there is no nginx on this machine: apt-get install nginx-light, or name it in NGINX_BINARY';

/** An nginx with the configuration of the container, on ports of its own. */
export interface ContainerNginx {
  /** Where the web app is, with `/api` below it. */
  readonly web: string;
  /** Where the API is alone. */
  readonly api: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts nginx as the container has it, in front of backends at these addresses (`127.0.0.1:8000`), which stand for what the
 * name of the backends leads to; resolves when it answers.
 */
export async function startContainerNginx(backends: readonly string[]): Promise<ContainerNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-nginx-'));
  const [webPort, apiPort] = [await freePort(), await freePort()];
  configure(folder, backends, { 8080: webPort, 8000: apiPort });
  const words = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  const nginx = spawn(NGINX, words, { stdio: 'ignore' });
  const [web, api] = [`http://127.0.0.1:${String(webPort)}`, `http://127.0.0.1:${String(apiPort)}`];
  for (const url of [web, api])
    while (!(await fetch(`${url}/api/health/live`).catch(() => null)))
      if (nginx.exitCode !== null)
        throw new Error(`nginx did not start: ${readFileSync(join(folder, 'stderr'), 'utf8')}`);
  return {
    web,
    api,
    stop: async () => {
      if (nginx.exitCode === null && nginx.kill('SIGTERM')) await once(nginx, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes the container's configuration, with folders and ports of its own in place of the container's. */
function configure(folder: string, backends: readonly string[], ports: Readonly<Record<string, number>>): void {
  const values: Readonly<Record<string, string>> = {
    BACKEND_ADDRESS: 'backends',
    BASE_PATH: '',
    NGINX_LOCAL_RESOLVERS: '127.0.0.1',
    TRUSTED_PROXIES: '10.0.0.0/8',
  };
  const rendered = (file: string) =>
    readFileSync(join(SOURCE, file), 'utf8')
      .replaceAll(/\$\{([A-Z_]+)\}/g, (_, name: string) => values[name] ?? '')
      .replaceAll(/\/etc\/nginx|\/tmp(?=\/)|\/dev(?=\/std)/g, folder)
      .replaceAll(/listen (\d+)/g, (_, port: string) => `listen 127.0.0.1:${String(ports[port])}`);
  cpSync(join(SOURCE, 'desk'), join(folder, 'desk'), { recursive: true });
  mkdirSync(join(folder, 'conf.d'));
  for (const file of ['backend.conf', 'web.conf'])
    writeFileSync(join(folder, 'conf.d', file), rendered(`${file}.template`));
  // As with a name that is looked up for each request, nothing is kept of who failed before.
  const servers = backends.map((address) => `server ${address} max_fails=0;`);
  writeFileSync(join(folder, 'conf.d', 'backends.conf'), `upstream backends { ${servers.join(' ')} }`);
  for (const file of ['api.conf', 'proxy.conf', 'problems.conf', 'to-backend.conf', 'security-headers.conf'])
    writeFileSync(join(folder, 'desk', file), rendered(`desk/${file}`));
  writeFileSync(join(folder, 'mime.types'), 'types { text/html html; }');
  writeFileSync(join(folder, 'nginx.conf'), rendered('nginx.conf'));
}
