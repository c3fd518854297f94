import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartError } from './start-error.ts';

/** What the launcher itself has to know; the API reads the rest of the environment. */
export interface LauncherSettings {
  readonly host: string;
  readonly port: number;
  readonly webPort: number;
  readonly dataDir: string;
  /** The user's own database, or null for the built-in one. */
  readonly databaseUrl: string | null;
}

/**
 * Reads `.env` (variables that are already set win) and the launcher's part of the environment.
 *
 * @throws StartError naming the setting that is wrong.
 */
export function readSettings(root: string): LauncherSettings {
  loadEnvFile(resolve(root, '.env'));
  const port = portFrom('PORT', 8000);
  const webPort = portFrom('WEB_PORT', 3000);
  if (port === webPort) throw new StartError(`PORT and WEB_PORT are both ${port}; give them different numbers.`);
  return {
    host: fromEnvironment('HOST') ?? 'localhost',
    port,
    webPort,
    dataDir: resolve(root, fromEnvironment('DATA_DIR') ?? '.data'),
    databaseUrl: fromEnvironment('DATABASE_URL'),
  };
}

function loadEnvFile(file: string): void {
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new StartError(`The settings file ${file} cannot be read (${(error as Error).message}).`);
  }
}

function fromEnvironment(name: string): string | null {
  const value = process.env[name]?.trim();
  return value ? value : null;
}

function portFrom(name: string, fallback: number): number {
  const value = fromEnvironment(name);
  if (value === null) return fallback;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`${name} must be a number from 1 to 65535, not "${value}".`);
}
