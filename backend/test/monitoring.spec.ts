import { readFileSync } from 'node:fs';
import { type MeasuredApp, startMeasuredApp } from './support/figures.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../docker/monitoring/${name}`, import.meta.url), 'utf8');

/** The names of metrics in a file, without what Prometheus adds to those of a histogram. */
const namesIn = (text: string) =>
  [...new Set(text.match(/\b(desk|nodejs|process)_\w+/g))]
    .map((name) => name.replace(/_(bucket|count|sum)$/, ''))
    .sort();

describe('the dashboard and the alerts', () => {
  let app: MeasuredApp;
  let told: ReadonlySet<string>;
  beforeAll(async () => {
    app = await startMeasuredApp();
    told = (await app.figures()).names;
  });
  afterAll(() => app.close());

  it.each(['grafana-dashboard.json', 'alerts.yml'])('of %s name no metric that the desk does not tell', (name) => {
    const named = namesIn(fileOf(name));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((metric) => !told.has(metric))).toEqual([]);
  });

  it('show every metric of the desk', () => {
    const shown = new Set(namesIn(fileOf('grafana-dashboard.json')));
    expect([...told].filter((metric) => metric.startsWith('desk_') && !shown.has(metric))).toEqual([]);
  });

  it('are a dashboard that is one, and five alerts', () => {
    const { panels } = JSON.parse(fileOf('grafana-dashboard.json')) as { panels: { targets: { expr: string }[] }[] };
    expect(panels.flatMap(({ targets }) => targets).filter(({ expr }) => expr === '')).toEqual([]);
    expect(fileOf('alerts.yml').match(/^ +- alert: \w+$/gm)).toHaveLength(5);
  });
});
