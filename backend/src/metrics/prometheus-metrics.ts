import { setTimeout } from 'node:timers/promises';
import type * as PromClient from 'prom-client';
import { type DurationMetric, type Exposition, type Labels, type Metric, Metrics, type Readings } from './metrics.ts';

/** A figure that takes longer is left out, so that the others come in time. */
const READING_MS = 1_000;

/** What this needs of prom-client, which is loaded only where somebody asks for figures. */
type Library = Pick<typeof PromClient, 'Registry' | 'Counter' | 'Histogram' | 'Gauge' | 'collectDefaultMetrics'>;

/** Figures kept with prom-client, those of Node and the process (`nodejs_…`, `process_…`) among them. */
export class PrometheusMetrics extends Metrics {
  private readonly library: Library;
  private readonly register: PromClient.Registry;

  constructor(library: Library) {
    super();
    this.library = library;
    this.register = new library.Registry();
    library.collectDefaultMetrics({ register: this.register });
  }

  override counter<Label extends string>(metric: Metric<Label>): (labels: Labels<Label>, count?: number) => void {
    const counter = new this.library.Counter(this.described(metric));
    return (labels, count) => {
      counter.inc(labels, count);
    };
  }

  override duration<Label extends string>(
    metric: DurationMetric<Label>,
  ): (labels: Labels<Label>, seconds: number) => void {
    const histogram = new this.library.Histogram({ ...this.described(metric), buckets: [...metric.bounds] });
    return (labels, seconds) => {
      histogram.observe(labels, seconds);
    };
  }

  override gauge<Label extends string>(
    metric: Metric<Label>,
    read: () => Readings<Label> | Promise<Readings<Label>>,
  ): void {
    const gauge = new this.library.Gauge({
      ...this.described(metric),
      collect: async () => {
        const readings = await inTime(read);
        gauge.reset();
        // Without labels the library puts a nought there.
        if (!metric.labels) gauge.remove();
        for (const [labels, value] of readings) gauge.set(labels, value);
      },
    });
  }

  override async exposition(): Promise<Exposition> {
    return { type: this.register.contentType, text: await this.register.metrics() };
  }

  private described<Label extends string>({ name, help, labels = [] }: Metric<Label>) {
    return { name, help, labelNames: [...labels], registers: [this.register] };
  }
}

/** Nothing when it fails or takes too long: one figure that is missing must not take the others along. */
async function inTime<Label extends string>(
  read: () => Readings<Label> | Promise<Readings<Label>>,
): Promise<Readings<Label>> {
  try {
    return await Promise.race([read(), setTimeout(READING_MS, [], { ref: false })]);
  } catch {
    return [];
  }
}
