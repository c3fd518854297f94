import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { machine } from './machine.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** What the desk's speed depends on most. */
const LIBRARIES = ['@nestjs/core', 'typeorm', 'fastify', 'pg', '@angular/core', 'autocannon'];

/** Without which figures are worth nothing. */
export interface RunFacts {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  /** What was measured, in Git's words; null outside of a repository. */
  readonly commit: string | null;
  /** Whether files differed from it. */
  readonly changed: boolean;
  /** When it began. */
  readonly at: string;
}

/** @param more versions of what is not a library, such as the database. */
export function runFacts(more: Readonly<Record<string, string>>): RunFacts {
  return {
    machine: machine(),
    versions: { desk: versionIn(ROOT), node: process.version, ...more, ...librariesThere() },
    commit: fromGit('rev-parse', 'HEAD'),
    changed: fromGit('status', '--porcelain') !== '',
    at: new Date().toISOString(),
  };
}

function librariesThere(): Readonly<Record<string, string>> {
  return Object.fromEntries(LIBRARIES.map((name) => [name, versionIn(resolve(ROOT, 'node_modules', name))]));
}

function versionIn(folder: string): string {
  return (JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

function fromGit(...words: readonly string[]): string | null {
  try {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
