import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { type HelmRun, findHelm, runHelm } from './helm.ts';
import type { Manifest } from './schemas.ts';

export const CHART = resolve(import.meta.dirname, '../../docker/chart');
const VALUES = resolve(import.meta.dirname, 'values');

/** Files of values by what they are for. */
export const VALUES_FILES = {
  minimal: `${VALUES}/minimal.yaml`,
  everything: `${VALUES}/everything.yaml`,
  bare: `${VALUES}/bare.yaml`,
  cloudnativepg: `${CHART}/examples/cloudnativepg-values.yaml`,
} as const;

export type ValuesName = keyof typeof VALUES_FILES;
export const VALUES_NAMES = Object.keys(VALUES_FILES) as ValuesName[];

const helm = await findHelm();

/** Tests that need Helm; on a machine without it, one that is skipped and says why. */
export function describeByHelm(name: string, tests: () => void): void {
  if ('binary' in helm) describe(`${name}, by Helm ${helm.version}`, tests);
  else describe.skip(name, () => it(helm.missing, () => undefined));
}

/** Runs Helm. */
export function askHelm(...words: readonly string[]): HelmRun {
  if ('missing' in helm) throw new Error(helm.missing);
  return runHelm(helm.binary, ...words);
}

/** What a release with these values consists of. @throws Error with the words of Helm when there can be none. */
export function render(values: ValuesName, release = 'desk'): Manifest[] {
  const { code, out, error } = askHelm('template', release, CHART, '-n', 'support', '-f', VALUES_FILES[values]);
  if (code !== 0) throw new Error(error);
  return documents(out);
}

/** A file of the workspace. */
export function textOf(file: string): string {
  return readFileSync(resolve(CHART, '../..', file), 'utf8');
}

/** The documents of a file of the chart. */
export function readManifests(file: string): Manifest[] {
  return documents(textOf(`docker/chart/${file}`));
}

/** A kind of pod that a release runs. */
export interface PodTemplate {
  /** API, worker, web or migration. */
  readonly part: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: IPodSpec;
  readonly container: IContainer;
}

/** The pods of a release, each of one container. */
export function podsOf(manifests: readonly Manifest[]): PodTemplate[] {
  return [...ofKind(manifests, 'Deployment'), ...ofKind(manifests, 'Job')].map(({ spec }) => {
    const { metadata, spec: pod } = spec?.template ?? {};
    const { labels = {}, annotations = {} } = metadata ?? {};
    const [container, ...more] = pod?.containers ?? [];
    if (!pod || !container || more.length > 0) throw new Error('A pod of the chart has one container');
    return { part: labels['app.kubernetes.io/component'] ?? '', labels, annotations, spec: pod, container };
  });
}

/** The parts whose pods a selector finds. */
export function partsWith(pods: readonly PodTemplate[], selector: object | undefined): string[] {
  const wanted = Object.entries(selector ?? {});
  return pods.filter(({ labels }) => wanted.every(([name, value]) => labels[name] === value)).map(({ part }) => part);
}

/** The variables of a container that stand there with their value. */
export function valuesOf({ env = [] }: IContainer): Record<string, string | undefined> {
  return Object.fromEntries(env.map(({ name, value }) => [name, value]));
}

export function ofKind<Kind extends Manifest['kind']>(
  manifests: readonly Manifest[],
  kind: Kind,
): Extract<Manifest, { kind: Kind }>[] {
  return manifests.filter((one): one is Extract<Manifest, { kind: Kind }> => one.kind === kind);
}

function documents(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => {
    for (const error of document.errors) throw error;
    return document.toJS() as Manifest;
  });
}
