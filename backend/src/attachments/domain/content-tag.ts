/** The strong entity tag of a content (RFC 9110, section 8.8.3). */
export function contentTag(sha256: string): string {
  return `"${sha256}"`;
}

/** Whether an If-None-Match header names this tag, which may have become weak on the way. */
export function isMet(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
