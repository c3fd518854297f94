import { parse } from 'yaml';
import {
  CHART,
  VALUES_FILES,
  VALUES_NAMES,
  type ValuesName,
  askHelm,
  describeByHelm,
  ofKind,
  readManifests,
  render,
  textOf,
} from './rendering.ts';
import { faultsOf, titleOf } from './schemas.ts';

/** Of the settings of the API, those that the chart takes from secrets, and those that are its own business. */
const SECRETS = ['ADMIN_PASSWORD', 'ALL_PROXY', 'HTTPS_PROXY', 'HTTP_PROXY', 'LLM_API_KEY', 'MAILBOXES'].concat(
  ...['PROXY_SECRET', 'SECRET_KEY', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'SMTP_URL'],
);
const OF_THE_CHART = [
  ...['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_READ_URL', 'DATABASE_PASSWORD_FILE', 'MIGRATE_AT_START'],
  ...['HOST', 'PORT', 'METRICS_HOST', 'METRICS_PORT', 'PROCESS_ROLE', 'STOP_TIMEOUT_MS', 'NODE_ENV'],
  ...['WEB_URL', 'TRUSTED_PROXIES', 'SEED_DEMO_DATA', 'DEMO_SIGN_IN'],
  // Its pods share no folder.
  'ATTACHMENT_FOLDER',
];

describeByHelm('the chart', () => {
  it.each(VALUES_NAMES)('has nothing that Helm finds fault with (%s)', (values) => {
    const { code, out } = askHelm('lint', '--strict', CHART, '-f', VALUES_FILES[values]);
    expect([code, out]).toEqual([0, expect.stringContaining('0 chart(s) failed')]);
  });

  it('becomes documents that Kubernetes understands, down to the last name', async () => {
    expect(await faultsOf(VALUES_NAMES.flatMap((values) => render(values)))).toEqual([]);
  });

  it('consists of what its values ask for', () => {
    const parts = ['api', 'worker', 'web'];
    const all = (kind: string, names: readonly string[]) => names.map((name) => `${kind} desk-${name}`);
    const always = [
      ...all('Deployment', parts),
      ...all('PodDisruptionBudget', parts),
      ...all('Service', ['api', 'web']),
    ];
    const titles = (values: ValuesName) => render(values).map(titleOf).sort();
    const usual = [
      ...[...always, 'HorizontalPodAutoscaler desk-api', 'Job desk-migration'],
      ...all('NetworkPolicy', [...parts, 'migration']),
    ];
    expect(titles('bare')).toEqual(always.sort());
    expect(titles('minimal')).toEqual(usual.sort());
    expect(titles('everything')).toEqual([...usual, 'Ingress desk-web'].sort());
  });

  it.each([
    ['settings.LOGLEVEL=info', "at '/settings': additional properties 'LOGLEVEL' not allowed"],
    ['settings.LLM_API_KEY=hush', "at '/settings': additional properties 'LLM_API_KEY' not allowed"],
    ['settings.OTEL_EXPORTER_OTLP_HEADERS=hush', "invalid propertyName 'OTEL_EXPORTER_OTLP_HEADERS'"],
    ['webUrl=desk.example.org', "at '/webUrl': 'desk.example.org' does not match pattern"],
    ['webUrl=https://example.org/api/desk', 'webUrl: its path may not begin with /api'],
    ['webUrl=null', "at '/webUrl': got null, want string"],
    ['api.replica=3', "at '/api': additional properties 'replica' not allowed"],
    ['api.autoscaling.min=9', 'api.autoscaling: min is more than max'],
    ['worker.replicas=two', "at '/worker/replicas': got string, want integer"],
    ['stopping.drainSeconds=601', "at '/stopping/drainSeconds': maximum: got 601, want 600"],
    ['metrics.port=8000', "at '/metrics/port'"],
    ['trustedProxies.web=uniquelocal', "at '/trustedProxies/web'"],
    ['database.addresses.url=postgres://desk:word@db/desk', "at '/database/addresses/url'"],
    ['database.addresses.url=postgres://desk@db/desk', 'database.passwordSecret.name is needed'],
    ['database.addresses.readUrl=postgres://desk@db/desk', 'database.addresses.url is needed'],
    ['database.secretName=', 'database.secretName is needed'],
  ])('refuses %s in one sentence', (setting, sentence) => {
    const { code, error } = askHelm('template', 'desk', CHART, '-f', VALUES_FILES.minimal, '--set', setting);
    expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('says what is missing when it is given nothing', () => {
    expect(askHelm('template', 'desk', CHART).error).toContain("at '': missing property 'webUrl'");
  });

  it('has room for two releases with long names beside each other', async () => {
    const name = 'support-of-the-northern-branch-in-its-second-building';
    const other = render('everything', name);
    expect(await faultsOf(other)).toEqual([]);
    expect(other.map(({ metadata }) => metadata!.name!.length).sort((a, b) => b - a)[0]).toBe(63);
    const names = new Set(render('everything').map(titleOf));
    expect(other.map(titleOf).filter((title) => names.has(title))).toEqual([]);
    const selectors = ofKind(other, 'Deployment').map(({ spec }) => spec?.selector.matchLabels);
    expect(selectors.map((labels) => labels?.['app.kubernetes.io/instance'])).toEqual([name, name, name]);
  });
});

describe('the files of the chart', () => {
  const chart = parse(textOf('docker/chart/Chart.yaml')) as Record<string, unknown>;

  it('bring no other charts along, and are of the version of the desk', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    expect(chart).toMatchObject({ appVersion: version });
    expect(Object.keys(chart)).not.toContain('dependencies');
  });

  it('allow each setting of the API that is no secret and not the business of the chart', () => {
    const known = [...textOf('backend/src/config/environment.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+)\??(?=:| =)/gm)];
    const { properties } = JSON.parse(textOf('docker/chart/values.schema.json')) as {
      properties: { settings: { properties: object } };
    };
    const own = new Set([...OF_THE_CHART, ...SECRETS]);
    expect(Object.keys(properties.settings.properties)).toEqual(
      known
        .map(([, name = '']) => name)
        .filter((name) => !own.has(name))
        .sort(),
    );
  });
});

describe('the example for CloudNativePG', () => {
  const manifests = readManifests('examples/cloudnativepg.yaml');
  const [cluster] = ofKind(manifests, 'Cluster');
  const [pooler] = ofKind(manifests, 'Pooler');
  const values = parse(textOf('docker/chart/examples/cloudnativepg-values.yaml')) as {
    database: { addresses: Record<string, string>; passwordSecret: { name: string } };
    networkPolicies: { database: { to: { podSelector: { matchLabels: Record<string, string> } }[] } };
  };

  it('is one that the operator understands, down to the last name', async () => {
    expect(manifests).toHaveLength(2);
    expect(await faultsOf(manifests)).toEqual([]);
  });

  it('is of three, with a synchronous standby, and prepares what the desk prepares', () => {
    expect(cluster?.spec).toMatchObject({
      instances: 3,
      postgresql: { synchronous: { method: 'any', number: 1, dataDurability: 'required' } },
    });
    expect(pooler?.spec).toMatchObject({ type: 'rw', pgbouncer: { poolMode: 'transaction' } });
    expect(Number(pooler?.spec.pgbouncer.parameters?.['max_prepared_statements'])).toBeGreaterThan(128);
  });

  it('has what its values name', () => {
    const name = cluster!.metadata.name!;
    const { database, owner } = cluster!.spec.bootstrap!.initdb!;
    const at = (host: string) => `postgres://${owner!}@${host}:5432/${database!}`;
    expect(pooler?.spec.cluster.name).toBe(name);
    expect(values.database.addresses).toEqual({
      url: at(pooler!.metadata.name!),
      directUrl: at(`${name}-rw`),
      readUrl: at(`${name}-ro`),
    });
    expect(values.database.passwordSecret.name).toBe(`${name}-app`);
    expect(values.networkPolicies.database.to.map(({ podSelector }) => podSelector.matchLabels)).toEqual([
      { 'cnpg.io/cluster': name },
      { 'cnpg.io/poolerName': pooler!.metadata.name! },
    ]);
  });
});
