import type { MailFields } from './mail-fields.ts';

/** A mail that answers very many names no more than so many of them, the nearest. */
const REFERENCES_MAX = 100;
const ID_MAX = 500;

/** The ids in a field, without their angle brackets, in order; words without brackets count where nothing has them. */
export function messageIds(field: string): string[] {
  const bracketed = [...field.matchAll(/<([^<>]*)>/g)].map(([, id = '']) => whole(id.trim())).filter((id) => id !== '');
  const ids = bracketed.length > 0 ? bracketed : field.split(/[\s,]+/).filter((word) => word.includes('@'));
  return ids.map((id) => id.replace(/[<>]/g, '')).filter((id) => id.length > 0 && id.length <= ID_MAX);
}

/** What a mail answers, the nearest first: what `In-Reply-To` names, then `References` from its end. */
export function answeredIds(fields: MailFields): readonly string[] {
  const idsOf = (name: string): string[] => (fields.get(name) ?? []).flatMap(messageIds);
  const nearestFirst = [...idsOf('in-reply-to'), ...idsOf('references').reverse()];
  return [...new Set(nearestFirst)].slice(0, REFERENCES_MAX);
}

/** An id without the spaces by which a program has folded it; empty for words that are none. */
function whole(id: string): string {
  if (!/\s/.test(id)) return id;
  return /^[^\s@]+(?:\s[^\s@]+)?@[^\s@]+(?:\s[^\s@]+)?$/.test(id) ? id.replace(/\s/g, '') : '';
}
