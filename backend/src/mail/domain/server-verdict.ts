import { comparedDomain } from '../../contacts/mail-address.ts';
import type { AuthenticationResults, MethodResult } from '../../mail-accounts/arrival/authentication-results.ts';

/** What a server that is believed says of who a mail is from: it is (`pass`), it is not (`fail`), or nothing of use. */
export type ServerVerdict = 'pass' | 'fail' | null;

/**
 * What a server found of a mail that says to be from a domain. Only what it says of that very domain counts: DMARC, and without it a
 * signature (DKIM) of the domain itself. Of several results of DMARC all have to pass.
 */
export function serverVerdict({ methods }: AuthenticationResults, domain: string): ServerVerdict {
  const asked = comparedDomain(domain);
  if (asked === '') return null;
  const dmarc = methods.filter(({ method }) => method === 'dmarc');
  if (dmarc.some((one) => domainOf(one, 'header.from') !== asked)) return null;
  const results = new Set(dmarc.map(({ result }) => result));
  if (results.has('fail')) return 'fail';
  const [result = 'none', ...others] = results;
  if (others.length > 0) return null;
  const passes = result === 'pass' || (result === 'none' && methods.some((one) => isSignedBy(one, asked)));
  return passes ? 'pass' : null;
}

function isSignedBy(one: MethodResult, domain: string): boolean {
  if (one.method !== 'dkim' || one.result !== 'pass') return false;
  return domainOf(one, one.properties.has('header.d') ? 'header.d' : 'header.i') === domain;
}

/** The domain that a property names, by itself or as that of an address. */
function domainOf({ properties }: MethodResult, property: string): string {
  return comparedDomain(properties.get(property) ?? '');
}
