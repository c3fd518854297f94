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
  return isUtf8(url.slice(query))
    ? undefined
    : new DomainError('malformed_text', 'The query holds %-escapes that are not UTF-8.');
}

/** Whether all escapes in a part of an address stand for UTF-8. */
export function isUtf8(part: string): boolean {
  try {
    for (const [escapes] of part.matchAll(ESCAPES)) decodeURIComponent(escapes);
    return true;
  } catch {
    return false;
  }
}
