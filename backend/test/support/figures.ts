import { openPort } from './open-port.ts';
import { type TestApp, startReplica, startTestApp } from './test-app.ts';

/** One line of what Prometheus reads. */
export interface Figure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a process tells Prometheus. */
export class Figures {
  readonly text: string;
  readonly all: readonly Figure[];

  constructor(text: string) {
    this.text = text;
    this.all = text.split('\n').flatMap((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return name === '' ? [] : [{ name, labels: labelsIn(labels), value: Number(value) }];
    });
  }

  /** The names of all metrics, also of those that have no figure yet. */
  get names(): Set<string> {
    return new Set(Array.from(this.text.matchAll(/^# TYPE (\w+) /gm), ([, name = '']) => name));
  }

  /** The figures of this name with these labels, others aside. */
  of(name: string, labels: Readonly<Record<string, string>> = {}): Figure[] {
    return this.all.filter(
      (figure) =>
        figure.name === name && Object.entries(labels).every(([label, value]) => figure.labels[label] === value),
    );
  }

  /** The one figure of this name with these labels; 0 without one. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number {
    const found = this.of(name, labels);
    if (found.length > 1) throw new Error(`More than one figure: ${JSON.stringify(found)}`);
    return found[0]?.value ?? 0;
  }
}

export interface MeasuredApp extends TestApp {
  /** Where its figures are told. */
  readonly figuresUrl: string;
  readonly figures: () => Promise<Figures>;
}

/** An API that tells its figures, over the database of another or one of its own. */
export async function startMeasuredApp(variables: Record<string, string> = {}, of?: TestApp): Promise<MeasuredApp> {
  const port = String(await openPort());
  const measured = { ...variables, METRICS_PORT: port };
  const app = of ? await startReplica(of, measured) : await startTestApp(measured);
  const figuresUrl = `http://127.0.0.1:${port}/metrics`;
  return { ...app, figuresUrl, figures: async () => new Figures(await (await fetch(figuresUrl)).text()) };
}

function labelsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
  );
}
