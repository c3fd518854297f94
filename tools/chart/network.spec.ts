import { VALUES_NAMES, describeByHelm, ofKind, partsWith, podsOf, render, textOf, valuesOf } from './rendering.ts';
import type { Manifest } from './schemas.ts';

const PARTS = ['api', 'worker', 'web', 'migration'];
/** A stream of events says something each 15 s at the least, and an answer may take 75 s. */
const LONGEST_SECONDS = 75;

const policyOf = (manifests: readonly Manifest[], part: string) =>
  ofKind(manifests, 'NetworkPolicy').find(({ metadata }) => metadata?.name === `desk-${part}`);
const secondsOf = (text: string) => parseInt(text, 10) * (text.endsWith('h') ? 3600 : 1);

describeByHelm('what talks to what in the chart', () => {
  describe.each(VALUES_NAMES)('with the values "%s"', (values) => {
    const manifests = render(values);
    const pods = podsOf(manifests);
    const services = ofKind(manifests, 'Service');
    const hasPolicies = values !== 'bare';
    const portsOf = (part: string) => pods.find((pod) => pod.part === part)?.container.ports ?? [];

    it('is found by selectors that find the pods of one part', () => {
      const selectors = [
        ...ofKind(manifests, 'Deployment').map(({ metadata, spec }) => [metadata?.name, spec?.selector.matchLabels]),
        ...services.map(({ metadata, spec }) => [metadata?.name, spec?.selector]),
        ...ofKind(manifests, 'PodDisruptionBudget').map(({ metadata, spec }) => [
          metadata?.name,
          spec?.selector?.matchLabels,
        ]),
        ...ofKind(manifests, 'NetworkPolicy').map(({ metadata, spec }) => [
          metadata?.name,
          spec?.podSelector?.matchLabels,
        ]),
      ] as [string, object][];
      for (const [name, selector] of selectors)
        expect(partsWith(pods, selector).map((part) => `desk-${part}`)).toEqual([name]);
    });

    it('is spread over nodes and zones, part by part', () => {
      for (const { spec } of ofKind(manifests, 'Deployment')) {
        const spread = spec?.template.spec?.topologySpreadConstraints ?? [];
        const keys = spread.map(({ topologyKey }) => topologyKey);
        expect(keys).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
        for (const { labelSelector } of spread) expect(labelSelector).toEqual(spec?.selector);
      }
    });

    it('has ports that agree: of programs, containers, probes, services and policies', () => {
      const [, api] = /PORT=(\d+)/.exec(textOf('docker/backend.Dockerfile')) ?? [];
      const [, web] = /listen (\d+) default_server/.exec(textOf('docker/nginx/web.conf.template')) ?? [];
      const http = (part: string) => portsOf(part).find(({ name }) => name === 'http')?.containerPort;
      expect([http('api'), http('web')]).toEqual([Number(api), Number(web)]);
      for (const { part, container } of pods) {
        const names = portsOf(part).map(({ name }) => name);
        const { startupProbe, livenessProbe, readinessProbe } = container;
        const asked = [startupProbe, livenessProbe, readinessProbe].map(
          (one) => one?.httpGet?.port ?? one?.tcpSocket?.port,
        );
        const open = policyOf(manifests, part)?.spec?.ingress?.flatMap(({ ports = [] }) =>
          ports.map(({ port }) => port),
        );
        const behind = services.filter(({ spec }) => partsWith(pods, spec?.selector).includes(part));
        const served = behind.flatMap(({ spec }) => spec!.ports!.map(({ targetPort }) => targetPort));
        for (const port of [...asked, ...(open ?? []), ...served])
          if (port !== undefined) expect(names).toContain(port);
      }
    });

    it('leads from the web server to the API, and from the ingress to the web server', () => {
      const [toApi, toWeb] = services;
      const domain = values === 'everything' ? 'cluster.example' : 'cluster.local';
      const web = pods.find(({ part }) => part === 'web')!.container;
      expect(valuesOf(web)['BACKEND_ADDRESS']).toBe(
        `desk-api.support.svc.${domain}:${String(toApi?.spec?.ports?.[0]?.port)}`,
      );
      // Its name stands for the pods, so that nginx passes over one that does not answer.
      expect(toApi).toMatchObject({ metadata: { name: 'desk-api' }, spec: { clusterIP: 'None' } });
      for (const { spec } of ofKind(manifests, 'Ingress')) {
        const [path] = spec?.rules?.[0]?.http?.paths ?? [];
        const port = toWeb?.spec?.ports?.[0]?.name;
        expect(path?.backend.service).toEqual({ name: toWeb?.metadata?.name, port: { name: port } });
      }
    });

    it('tells figures to Prometheus alone, at a port of their own that is in no service', () => {
      const served = services.flatMap(({ spec }) => spec!.ports!.map(({ targetPort }) => targetPort));
      expect(served).toEqual(['http', 'http']);
      for (const part of ['api', 'worker']) {
        const { container, annotations } = pods.find((pod) => pod.part === part)!;
        const port = portsOf(part).find(({ name }) => name === 'metrics')?.containerPort;
        const { METRICS_PORT } = valuesOf(container);
        expect([METRICS_PORT, annotations['prometheus.io/port']]).toEqual(
          values === 'bare' ? [undefined, undefined] : [String(port), String(port)],
        );
        const rules = policyOf(manifests, part)?.spec?.ingress?.filter(({ ports }) => ports?.[0]?.port === 'metrics');
        expect(rules?.map(({ from }) => from?.length)).toEqual(hasPolicies ? [1] : undefined);
      }
    });

    it('is kept from whoever has no business with it, where policies are on', () => {
      const policies = PARTS.map((part) => policyOf(manifests, part)?.spec);
      if (!hasPolicies) {
        expect(policies).toEqual(PARTS.map(() => undefined));
        return;
      }
      const ways = policies.map((spec) => spec?.ingress?.map(({ ports }) => ports?.[0]?.port));
      expect(ways).toEqual([['http', 'metrics'], ['metrics'], ['http'], []]);
      const [api, , web] = policies;
      expect(partsWith(pods, api?.ingress?.[0]?.from?.[0]?.podSelector?.matchLabels)).toEqual(['web']);
      expect(partsWith(pods, web?.egress?.[1]?.to?.[0]?.podSelector?.matchLabels)).toEqual(['api']);
      expect(web?.ingress?.[0]?.from).toHaveLength(1);
      const reaches = (port: number) =>
        policies.map((spec) => spec?.egress?.some(({ ports }) => ports?.some((one) => one.port === port)));
      expect(policies.map((spec) => spec?.policyTypes)).toEqual(PARTS.map(() => ['Ingress', 'Egress']));
      expect(policies.map((spec) => spec?.egress?.every(({ ports = [] }) => ports.length > 0))).toEqual(
        PARTS.map(() => true),
      );
      expect(reaches(53)).toEqual([true, true, true, true]);
      expect(reaches(5432)).toEqual([true, true, false, true]);
      expect(reaches(443)).toEqual([true, true, false, false]);
    });
  });

  it('has the way to the database open before it is migrated', () => {
    const manifests = render('minimal');
    const [hook, weight] = ['helm.sh/hook', 'helm.sh/hook-weight'];
    const [job] = ofKind(manifests, 'Job').map(({ metadata }) => metadata?.annotations);
    const policy = policyOf(manifests, 'migration')?.metadata?.annotations;
    expect(policy?.[hook]).toBe(job?.[hook]);
    expect(Number(policy?.[weight])).toBeLessThan(Number(job?.[weight]));
  });

  it('lets streams through the ingress as they come, for as long as they last', () => {
    const [ingress] = ofKind(render('cloudnativepg'), 'Ingress');
    const annotations = Object.entries(ingress?.metadata?.annotations ?? {});
    const buffering = annotations.filter(([name]) => name.endsWith('/proxy-buffering')).map(([, value]) => value);
    expect(buffering.sort()).toEqual(['False', 'off']);
    const timeouts = annotations.filter(([name]) => /(read-timeout|timeout-server)$/.test(name));
    expect(timeouts).toHaveLength(3);
    for (const [, value] of timeouts) expect(secondsOf(value)).toBeGreaterThan(LONGEST_SECONDS);
  });

  it('is reached at the address of the desk, also below a path', () => {
    const at = (values: 'everything' | 'cloudnativepg') => {
      const spec = ofKind(render(values), 'Ingress')[0]?.spec;
      const [rule] = spec?.rules ?? [];
      return [spec?.ingressClassName, spec?.tls, rule?.host, rule?.http?.paths.map(({ path }) => path)];
    };
    const secretName = 'desk-tls';
    expect(at('everything')).toEqual(['traefik', [{ hosts: ['example.org'], secretName }], 'example.org', ['/desk']]);
    const host = 'desk.example.org';
    expect(at('cloudnativepg')).toEqual([undefined, [{ hosts: [host], secretName }], host, ['/']]);
  });
});
