import { resolve } from 'node:path';
import type { Cluster, Pooler } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1';
import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import type { IJob } from 'kubernetes-models/batch/v1';
import type { IIngress, INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1';
import type { IService } from 'kubernetes-models/v1';
import ts from 'typescript';

/** A document for Kubernetes, of the kinds that the chart and its examples have. */
export type Manifest =
  | Cluster
  | IDeployment
  | IHorizontalPodAutoscaler
  | IIngress
  | IJob
  | INetworkPolicy
  | IPodDisruptionBudget
  | IService
  | Pooler;

type Model = new (manifest: Manifest) => { validate(): void };

const FILE = resolve(import.meta.dirname, 'manifests.ts');
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2024,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/**
 * What is wrong with documents by the schemas of Kubernetes and CloudNativePG, a sentence for each fault. Packages bring them in
 * two forms, and both are asked: functions that check values, and types, which also know every name that there is. A cluster
 * refuses wrong values; a name that it does not know it drops without a word.
 */
export async function faultsOf(manifests: readonly Manifest[]): Promise<string[]> {
  const wrong = await Promise.all(manifests.map((manifest) => wrongValues(manifest)));
  return [...wrong.flat(), ...unknownNames(manifests)];
}

export function titleOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata?.name ?? ''}`;
}

async function wrongValues(manifest: Manifest): Promise<string[]> {
  try {
    const { [manifest.kind]: model } = (await import(moduleOf(manifest))) as Record<string, Model | undefined>;
    if (!model) throw new Error('there is no such kind');
    new model(manifest).validate();
    return [];
  } catch (error) {
    return [`${titleOf(manifest)}: ${(error as Error).message}`];
  }
}

function moduleOf({ apiVersion }: Manifest): string {
  const models = apiVersion.includes('cnpg.io') ? '@kubernetes-models/cloudnative-pg' : 'kubernetes-models';
  return `${models}/${apiVersion}`;
}

/** TypeScript refuses names that a type does not have in what is written out, however deep. A line for each document. */
function unknownNames(manifests: readonly Manifest[]): string[] {
  const lines = manifests.map((manifest, index) => {
    const type = `import('${moduleOf(manifest)}').I${manifest.kind}`;
    return `export const m${String(index)}: ${type} = ${JSON.stringify(manifest)};`;
  });
  const host = ts.createCompilerHost(OPTIONS);
  const onDisk = { ...host };
  host.fileExists = (name) => name === FILE || onDisk.fileExists(name);
  host.getSourceFile = (name, target, ...more) =>
    name === FILE ? ts.createSourceFile(name, lines.join('\n'), target) : onDisk.getSourceFile(name, target, ...more);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([FILE], OPTIONS, host));
  return diagnostics.map(({ file, start = 0, messageText }) => {
    const manifest = manifests[file?.getLineAndCharacterOfPosition(start).line ?? 0];
    return `${manifest ? titleOf(manifest) : ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
