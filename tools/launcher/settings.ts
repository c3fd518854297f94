import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { forgetPostgresVariables } from '../postgres/postgres-variables.ts';
import { isLoopback, localUrl, withoutBrackets } from './addresses.ts';
import { StartError } from './start-error.ts';

/** What the launcher itself has to know; the API reads the rest of the environment. */
export interface LauncherSettings {
  readonly host: string;
  readonly port: number;
  readonly webPort: number;
  readonly dataDir: string;
  /** Where people reach the web app. */
  readonly webUrl: string;
  /** The user's own database, or null for the built-in one. */
  readonly databaseUrl: string | null;
  /** DEMO_SIGN_IN for the API: unless it is set, true when nobody but this machine can reach a desk of its own. */
  readonly demoSignIn: string;
}

/**
 * Reads the launcher's part of the environment, after adding to it what `.env` says; variables already set win. What is
 * meant for PostgreSQL's clients is forgotten.
 *
 * @throws StartError naming the setting that is wrong.
 */
export function readSettings(root: string, environment: NodeJS.ProcessEnv = process.env): LauncherSettings {
  for (const [name, value] of Object.entries(readEnvFile(resolve(root, '.env')))) environment[name] ??= value;
  forgetPostgresVariables(environment);
  const port = portFrom(environment, 'PORT', 8000);
  const webPort = portFrom(environment, 'WEB_PORT', 3000);
  if (port === webPort) throw new StartError(`PORT and WEB_PORT are both ${port}; give them different numbers.`);
  const host = withoutBrackets(valueOf(environment, 'HOST') ?? 'localhost');
  const databaseUrl = valueOf(environment, 'DATABASE_URL');
  return {
    host,
    port,
    webPort,
    webUrl: valueOf(environment, 'WEB_URL') ?? localUrl(host, webPort),
    dataDir: resolve(root, valueOf(environment, 'DATA_DIR') ?? '.data'),
    databaseUrl,
    demoSignIn: valueOf(environment, 'DEMO_SIGN_IN') ?? String(databaseUrl === null && isLoopback(host)),
  };
}

function readEnvFile(file: string): NodeJS.Dict<string> {
  if (!existsSync(file)) return {};
  try {
    // Some editors put a byte order mark before the first name.
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new StartError(`The settings file ${file} cannot be read (${(error as Error).message}).`);
  }
}

function valueOf(environment: NodeJS.ProcessEnv, name: string): string | null {
  const value = environment[name]?.trim();
  return value ? value : null;
}

function portFrom(environment: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = valueOf(environment, name);
  if (value === null) return fallback;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`${name} must be a number from 1 to 65535, not "${value}".`);
}
