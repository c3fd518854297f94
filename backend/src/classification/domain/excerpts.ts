import { literalPattern } from '../../common/literal-pattern.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';

const MAX_EXCERPTS = 3;
const MAX_EXCERPT_LENGTH = 80;
/** An LLM may send any number of candidates; looking at this many is enough to find three. */
const MAX_CANDIDATES = 10;

/**
 * The candidates that really occur in the ticket, whatever their case, as they stand there: trimmed, each once, at most
 * three of at most 80 characters. Whatever else an LLM may write as a reason is dropped, so it never reaches a screen.
 */
export function excerptsOf(candidates: unknown, text: TicketText): string[] {
  if (!Array.isArray(candidates)) return [];
  const found = candidates.slice(0, MAX_CANDIDATES).flatMap((candidate: unknown) => find(candidate, text) ?? []);
  return [...new Set(found)].slice(0, MAX_EXCERPTS);
}

function find(candidate: unknown, { title, description }: TicketText): string | null {
  const wanted = typeof candidate === 'string' ? candidate.trim() : '';
  if (wanted === '' || wanted.length > MAX_EXCERPT_LENGTH) return null;
  // Lower-casing both would shift positions (İ becomes two characters); the expression folds case without doing so.
  const literally = new RegExp(literalPattern(wanted), 'iu');
  return (literally.exec(title) ?? literally.exec(description))?.[0] ?? null;
}
