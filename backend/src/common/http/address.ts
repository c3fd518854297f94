import { DomainError } from '../problems/domain-error.ts';

const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** The address of a request as it is meant: in the query, a percent sign that escapes nothing is a percent sign. */
export function tidyAddress(url: string): string {
  const query = url.indexOf('?');
  if (query < 0) return url;
  return url.slice(0, query) + url.slice(query).replace(/%(?![\da-f]{2})/gi, '%25');
}

/** What is wrong with escapes of the query that stand for bytes that are no UTF-8. At those of the path the router looks. */
export function queryFault(url: string): DomainError | undefined {
  const query = url.indexOf('?');
  if (query < 0) return undefined;
  try {
    for (const [escapes] of url.slice(query).matchAll(ESCAPES)) decodeURIComponent(escapes);
    return undefined;
  } catch {
    return new DomainError('malformed_text', 'The query holds %-escapes that are not UTF-8.');
  }
}
