import { type AuthenticationResults, readAuthenticationResults } from './authentication-results.ts';
import type { MailPath } from './mail-path.ts';

const RESULTS = new Set(['authentication-results', 'arc-authentication-results']);

/** The results that servers of ours wrote, from the top. */
export function ownResults({ own }: Pick<MailPath, 'own'>): readonly AuthenticationResults[] {
  return own
    .filter(({ name }) => RESULTS.has(name))
    .map(({ value }) => readAuthenticationResults(value))
    .filter((results) => results !== null);
}

/** Whether results are of a server that goes by this name, or by one below it: a provider has several. */
export function isOf({ id }: AuthenticationResults, authservId: string): boolean {
  return id === authservId || id.endsWith(`.${authservId}`);
}
