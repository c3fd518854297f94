import type { Environment } from './environment.ts';

/** Settings by the names of their environment variables. */
export type PublicSettings = Readonly<Record<string, string | number | boolean | null>>;

/** What is different between one machine, process or start and the next without meaning anything for the desk. */
const OF_THE_MACHINE = new Set([
  ...['HOST', 'PORT', 'PROCESS_ROLE', 'PROXY_SECRET'],
  ...['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_READ_URL', 'DATABASE_PASSWORD_FILE'],
  ...['METRICS_HOST', 'METRICS_PORT', 'MIGRATE_AT_START'],
  ...['ATTACHMENT_FOLDER', 'CLAMD_ADDRESS'],
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'],
]);
const SECRET = new Set([
  ...['LLM_API_KEY', 'ADMIN_PASSWORD', 'MAILBOXES', 'SMTP_URL', 'SECRET_KEY'],
  ...['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
]);

/** Every setting that may be shown; of secrets only whether they are set. */
export function publicSettings(environment: Environment): PublicSettings {
  const shown = Object.entries(environment).filter(([name]) => !OF_THE_MACHINE.has(name));
  return Object.fromEntries(
    shown.map(([name, value]) => [name, shownValue(name, value as string | number | boolean | undefined)]),
  );
}

/** What is different in `to`, by name. */
export function settingChanges(
  from: PublicSettings,
  to: PublicSettings,
): Record<string, { from: unknown; to: unknown }> {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const changed = names.filter((name) => (from[name] ?? null) !== (to[name] ?? null));
  return Object.fromEntries(changed.map((name) => [name, { from: from[name] ?? null, to: to[name] ?? null }]));
}

function shownValue(name: string, value: string | number | boolean | undefined): PublicSettings[string] {
  if (value === undefined) return null;
  if (SECRET.has(name)) return 'set';
  return typeof value === 'string' ? withoutCredentials(value) : value;
}

/** An address may hold a name and password. */
function withoutCredentials(value: string): string {
  return value.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1');
}
