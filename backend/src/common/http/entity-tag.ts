import { ValidationFailed } from '../problems/domain-error.ts';

/** The strong entity tag of a version (RFC 9110, section 8.8.3). */
export function entityTag(version: number): string {
  return `"${String(version)}"`;
}

/**
 * Reads an If-Match header: the versions it accepts, or null when any will do (no header, or `*`).
 * A weak tag never matches (RFC 9110, section 13.1.1).
 *
 * @throws ValidationFailed when it is not a list of entity tags.
 */
export function acceptedVersions(ifMatch: string | undefined): readonly number[] | null {
  const header = ifMatch?.trim();
  if (header === undefined || header === '*') return null;
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(tag))) {
    const message = 'If-Match must be * or an ETag, like "3".';
    throw new ValidationFailed([{ field: 'If-Match', code: 'invalid_entity_tag', message }]);
  }
  return tags.filter((tag) => /^"\d+"$/.test(tag)).map((tag) => Number(tag.slice(1, -1)));
}
