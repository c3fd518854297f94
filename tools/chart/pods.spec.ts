import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import {
  CHART,
  type PodTemplate,
  VALUES_NAMES,
  type ValuesName,
  describeByHelm,
  ofKind,
  podsOf,
  render,
  textOf,
  valuesOf,
} from './rendering.ts';

/** What the API's settings do not list, as it is Node's own. */
const BESIDE_SETTINGS = ['NODE_EXTRA_CA_CERTS'];
/** How much longer than it may take a process is given before it ends in any case. */
const SPARE_SECONDS = 5;

const userOf = (dockerfile: string) => Number(/^USER (\d+):\d+$/m.exec(textOf(dockerfile))?.[1]);
const partOf = (values: ValuesName, part: string) => podsOf(render(values)).find((one) => one.part === part)!;

describeByHelm('each pod of the chart', () => {
  describe.each(VALUES_NAMES)('with the values "%s"', (values) => {
    const manifests = render(values);
    const pods = podsOf(manifests);
    const ofBackEnd = pods.filter(({ part }) => part !== 'web');
    const lasting = pods.filter(({ part }) => part !== 'migration');
    const byPart = <T>(tell: (pod: PodTemplate) => T, among = ofBackEnd) =>
      Object.fromEntries(among.map((pod) => [pod.part, tell(pod)]));

    it.each(pods)('runs as a user without privileges, on a file system that it cannot write ($part)', (pod) => {
      const { part, spec, container } = pod;
      const user = userOf(part === 'web' ? 'docker/frontend.Dockerfile' : 'docker/backend.Dockerfile');
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          ...{ runAsNonRoot: true, runAsUser: user, runAsGroup: user, fsGroup: user },
          seccompProfile: { type: 'RuntimeDefault' },
        },
      });
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      const names = (named: readonly { readonly name: string }[] = []) => named.map(({ name }) => name).sort();
      expect(names(spec.volumes)).toEqual(names(container.volumeMounts));
      for (const { emptyDir, secret } of spec.volumes!) expect(emptyDir?.sizeLimit ?? secret?.secretName).toBeDefined();
      expect(container.resources?.limits?.['memory']).toBeDefined();
    });

    it.each(ofBackEnd)('is given settings that it knows, each once ($part)', ({ container }) => {
      const known = new Set(
        textOf('backend/src/config/environment.ts').match(/(?<=^ {2})[A-Z][A-Z0-9_]+(?=\??:| =)/gm),
      );
      const names = container.env!.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      const strange = names.filter((name) => !known.has(name) && !name.startsWith('OTEL_'));
      expect(strange.filter((name) => !BESIDE_SETTINGS.includes(name))).toEqual([]);
    });

    it('tells the web server what its image asks for', () => {
      const [, asked = ''] = /NGINX_ENVSUBST_FILTER="\^\((.*)\)\$"/.exec(textOf('docker/frontend.Dockerfile')) ?? [];
      // The image makes one of these of WEB_URL, and one of the DNS that the cluster gives it.
      const given = asked
        .replace('BASE_PATH', 'WEB_URL')
        .split('|')
        .filter((name) => name !== 'NGINX_LOCAL_RESOLVERS');
      expect(Object.keys(valuesOf(pods.find(({ part }) => part === 'web')!.container)).sort()).toEqual(given.sort());
    });

    it('has secrets from secrets, and a password in no address', () => {
      for (const { name, value, valueFrom } of pods.flatMap(({ container }) => container.env!))
        if (/KEY|ADMIN|^(HTTPS?|ALL)_PROXY|HEADERS|SECRET/.test(name))
          expect([name, value, valueFrom?.secretKeyRef?.key]).toEqual([name, undefined, name]);
      expect(stringify(manifests)).not.toMatch(/:\/\/[^/\s:@]+:[^/\s@]+@/);
    });

    it('tells alive from ready, and asks nobody else whether it is alive', () => {
      const asked = byPart(({ container }) => {
        const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
        return probes.map(
          (probe) => probe?.httpGet?.path ?? /\/api\/health\/\w+/.exec(probe?.exec?.command?.join(' ') ?? '')?.[0],
        );
      });
      const expected = ['/api/health/live', '/api/health/live', '/api/health/ready'];
      expect(asked).toMatchObject({ api: expected, worker: expected });
      // A worker listens on the loopback address, where its own container alone gets.
      const within = byPart(({ container }) => container.readinessProbe?.exec !== undefined);
      expect(within).toMatchObject({ api: false, worker: true });
    });

    it('has time to be forgotten when it is to end, and then to finish what it has begun', () => {
      const drain = Number(valuesOf(pods.find(({ part }) => part === 'api')!.container)['STOP_TIMEOUT_MS']) / 1000;
      const notice = byPart(({ container }) => container.lifecycle?.preStop?.sleep?.seconds ?? 0, lasting);
      const seconds = values === 'everything' ? 20 : 15;
      expect([drain, notice]).toEqual([values === 'everything' ? 120 : 65, { api: seconds, worker: 0, web: seconds }]);
      for (const { part, spec } of lasting)
        expect(spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual((notice[part] ?? 0) + drain + SPARE_SECONDS);
    });

    it('leaves migrations to one of their own, or else does them itself', () => {
      const alone = values !== 'bare';
      const migrates = { api: !alone, worker: !alone, ...(alone ? { migration: true } : {}) };
      expect(byPart(({ container }) => valuesOf(container)['MIGRATE_AT_START'] === 'true')).toEqual(migrates);
      // Who makes the first people, and nobody else, is told the first password.
      const told = byPart(({ container }) => container.env!.some(({ name }) => name === 'ADMIN_PASSWORD'));
      expect(told).toEqual(migrates);
      const patience = byPart(({ container }) => (container.startupProbe?.failureThreshold ?? 0) * 2);
      expect(patience).toMatchObject(alone ? { api: 120, worker: 120 } : { api: 3600, worker: 3600 });
    });

    it('is of the kind that its part asks for', () => {
      const roles = byPart(({ container }) => valuesOf(container)['PROCESS_ROLE']);
      expect(roles).toMatchObject({ api: 'api', worker: 'worker' });
    });

    it('is one of as many as whoever scales says', () => {
      const [scaler] = ofKind(manifests, 'HorizontalPodAutoscaler');
      const api = ofKind(manifests, 'Deployment').find(({ metadata }) => metadata?.name === 'desk-api');
      expect([scaler?.spec.scaleTargetRef.name, api?.spec?.replicas]).toEqual(
        values === 'bare' ? [undefined, 1] : ['desk-api', undefined],
      );
    });
  });

  it('has the database brought up to date before it is there, and before it is exchanged', () => {
    const manifests = render('minimal');
    const [job] = ofKind(manifests, 'Job');
    expect(job?.metadata?.annotations).toMatchObject({
      'helm.sh/hook': 'pre-install,pre-upgrade,pre-rollback',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
    const { container, spec } = partOf('minimal', 'migration');
    expect([spec.restartPolicy, container.command]).toEqual(['Never', ['node', 'dist/backend/migrate.js']]);
    expect(existsSync(resolve(CHART, '../../backend/src/migrate.ts'))).toBe(true);
  });

  it('opens no more connections, all taken together, than PostgreSQL accepts by itself', () => {
    const manifests = render('minimal');
    const [scaler] = ofKind(manifests, 'HorizontalPodAutoscaler');
    const worker = ofKind(manifests, 'Deployment').find(({ metadata }) => metadata?.name === 'desk-worker');
    const poolSize = Number(valuesOf(partOf('minimal', 'api').container)['DATABASE_POOL_SIZE']);
    // One more of each while they are exchanged; three of each beside its pool; five of the migration; three are the superuser's.
    const processes = scaler!.spec.maxReplicas + Number(worker?.spec?.replicas) + 2;
    expect(processes * (poolSize + 3) + 5).toBeLessThanOrEqual(100 - 3);
  });

  it('is given settings as they are meant', () => {
    const { spec, container } = partOf('everything', 'worker');
    expect(valuesOf(container)).toMatchObject({
      ...{ RATE_LIMIT_PER_MINUTE: '1000000', HIDDEN_SHARE: '0.1', DATABASE_PREPARED_STATEMENTS: 'false' },
      ...{ WEB_URL: 'https://example.org:8443/desk/', TRUSTED_PROXIES: '192.168.0.0/16', METRICS_PORT: '9500' },
      NODE_EXTRA_CA_CERTS: '/run/ca/ca.crt',
    });
    expect(spec.imagePullSecrets).toEqual([{ name: 'registry-key' }]);
    expect([container.image, container.imagePullPolicy]).toEqual(['registry.example.org/desk/backend:1.2.3', 'Always']);
  });

  it('finds the database by a secret with its addresses, or by addresses and a secret with the password', () => {
    const addresses = ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_READ_URL'];
    const env = partOf('everything', 'api').container.env!.filter(({ name }) => addresses.includes(name));
    expect(env.map(({ valueFrom }) => valueFrom?.secretKeyRef)).toEqual(
      addresses.map((key) => ({ name: 'postgres-of-the-house', key, optional: key !== 'DATABASE_URL' })),
    );
    const { spec, container } = partOf('cloudnativepg', 'migration');
    expect(valuesOf(container)['DATABASE_PASSWORD_FILE']).toBe('/run/database/password');
    expect(container.volumeMounts).toContainEqual({ name: 'database', mountPath: '/run/database', readOnly: true });
    const secret = { secretName: 'desk-db-app', items: [{ key: 'password', path: 'password' }] };
    expect(spec.volumes).toContainEqual({ name: 'database', secret });
  });
});
